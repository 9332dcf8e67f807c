package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * Why few own much: perpetual youth (Yaari 1965, Blanchard 1985). Households live off a risky return of their wealth a, consume a part κ of it, die at the rate η = 0.02 at
 * any age, and newborns begin with a near 1. Log wealth x grows by μ on average, so that who lives long is rich:
 *
 * <pre>
 *   0 = -μ m' + σ²/2 m'' + η (m_b - m),     μ = 0.005,  σ = 0.1,      σ²/2 ζ² + μ ζ - η = 0
 * </pre>
 *
 * <p>What to look at: the density of log wealth is a straight line on a logarithmic axis on both sides of the newborns, so that of wealth is a power a^(-ζ-1), Pareto's law, with
 * ζ = 1.5616 above; below them it falls with the other root, 2.5616 (pareto).
 */
public final class PerpetualYouth {
    private static final int NODES = 2000;

    /** The figure leaves out the ends of the grid, which bend the laws. */
    private static final double LEAST = -5;

    private static final double MOST = 10;
    /** Newborns have a log wealth of 0, give or take so much. */
    private static final double SPREAD = 0.4;

    private PerpetualYouth() {}

    /** Takes the folder to write to, out/gallery/perpetual-youth if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/perpetual-youth"));
    }

    /** Writes the figure; returns the exponents above and below, extrapolated from two grids, as the scheme is of first order. */
    public static double[] run(Path out) throws IOException {
        Equilibrium coarse = solve(NODES + 1);
        Equilibrium fine = solve(2 * NODES + 1);
        double above = 2 * slope(fine, 2, 7) - slope(coarse, 2, 7);
        double below = 2 * slope(fine, -2, -1) - slope(coarse, -2, -1);

        double[] all = fine.grid().coordinates(0);
        int from = node(all, LEAST);
        int to = node(all, MOST) + 1;
        double[] x = Arrays.copyOfRange(all, from, to);
        double[] m = Arrays.copyOfRange(fine.m(), from, to);
        new StudyFigures(out)
                .lines(
                        "pareto",
                        "log wealth x",
                        "density",
                        List.of(Curve.data("density", x, m), law("Pareto's laws", x, m, above, below)),
                        false,
                        true);
        System.out.printf("exponents: %.6f above, %.6f below%n", -above, below);
        return new double[] {-above, below};
    }

    /** Both power laws, a third of the density far from the newborns: to compare with. */
    private static Curve law(String label, double[] x, double[] m, double above, double below) {
        double[] law = new double[x.length];
        int right = node(x, 7);
        int left = node(x, -2);
        for (int i = 0; i < law.length; i++) {
            double root = x[i] > 0 ? above : below;
            int at = x[i] > 0 ? right : left;
            law[i] = Math.abs(x[i]) < SPREAD ? Double.NaN : m[at] / 3 * Math.exp(root * (x[i] - x[at]));
        }
        return new Curve(label, x, law, true);
    }

    private static Equilibrium solve(int nodes) {
        Mfg mfg = Mfg.load();
        EquilibriumSolver solver = mfg.solver("newton", Map.of("tolerance", 1e-11));
        return solver.solve(mfg.discretize(mfg.game("perpetual-youth", Map.of()), nodes, 1));
    }

    /** The slope of log m between two places. */
    private static double slope(Equilibrium e, double from, double to) {
        double[] x = e.grid().coordinates(0);
        return Math.log(e.m()[node(x, to)] / e.m()[node(x, from)]) / (to - from);
    }

    private static int node(double[] places, double x) {
        return (int) Math.round((x - places[0]) / (places[1] - places[0]));
    }
}
