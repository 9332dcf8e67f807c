package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * A game without noise, and a crowd with an end. With H = ½ p², F[m] = m and the terminal coupling G = 3 T m the crowd spreads as gas does in a porous medium,
 * from t = 0.2 to T = 1 (Barenblatt's solution of mass 1):
 *
 * <pre>
 *   m(t, x) = t^(-2/3) max(R - x² t^(-4/3)/9, 0),   R = 4^(-2/3),   u_x = -2x/(3t) where there is somebody.
 * </pre>
 *
 * <p>Its support ends at 3 √R t^(2/3), which is √5 times its standard deviation. What to look at: the end that the scheme smears over a few cells, fewer with every grid
 * (density). Two solvers that have nothing in common find the same crowd: Newton's method, and admm, which minimises the potential.
 */
public final class Barenblatt {
    private static final double START = 0.2;
    private static final double END = 1;
    private static final double WIDTH = 2.5;

    private Barenblatt() {}

    /** Takes the folder to write to, out/gallery/barenblatt if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/barenblatt"));
    }

    /** Writes the figure; returns the observed orders of m in L¹ and of the support's end, and how far apart the two solvers' crowds are. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        MeanFieldGame game = MeanFieldGame.builder("barenblatt")
                .domain(Domain.interval(-WIDTH, WIDTH))
                .horizon(END - START)
                .viscosity(0)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(1, 1))
                .terminalCoupling(new PowerCoupling(3 * END, 1))
                .initialDensity(x -> density(START, x[0]))
                .build();
        List<Curve> curves = new ArrayList<>();
        double[] error = new double[3];
        double[] support = new double[3];
        for (int k = 0; k < 3; k++) {
            Equilibrium e =
                    mfg.solver("newton", Map.of()).solve(mfg.discretize(game, 50 * (1 << k) + 1, 25 * (1 << k)));
            error[k] = error(e);
            support[k] = support(e) - 3 * Math.pow(4, -1.0 / 3);
            curves.add(
                    Curve.data("m(T) on " + e.grid().size() + " nodes", e.grid().coordinates(0), last(e)));
        }
        Equilibrium newton = mfg.solver("newton", Map.of()).solve(mfg.discretize(game, 31, 15));
        Equilibrium admm = mfg.solver("admm", Map.of()).solve(mfg.discretize(game, 31, 15));
        double[] x = newton.grid().coordinates(0);
        double[] fine = new double[401];
        double[] exact = new double[401];
        for (int i = 0; i < fine.length; i++) {
            fine[i] = WIDTH * (i / 200.0 - 1);
            exact[i] = density(END, fine[i]);
        }
        curves.add(Curve.data("m(T) in closed form", fine, exact));
        new StudyFigures(out).lines("density", "position x", "density", curves);
        double apart = 0;
        for (int i = 0; i < newton.m().length; i++) {
            apart = Math.max(apart, Math.abs(newton.m()[i] - admm.m()[i]));
        }
        double[] found = {order(error), order(support), apart};
        System.out.printf(
                "orders %.3f and %.3f; on %d nodes admm %s, duality gap %.1e, %.1e from newton%n",
                found[0], found[1], x.length, admm.status(), admm.dualityGap(), apart);
        return found;
    }

    private static double density(double t, double x) {
        return Math.pow(t, -2.0 / 3) * Math.max(0, Math.pow(4, -2.0 / 3) - x * x * Math.pow(t, -4.0 / 3) / 9);
    }

    private static double[] last(Equilibrium e) {
        int n = e.grid().size();
        double[] m = new double[n];
        System.arraycopy(e.m(), e.time().steps() * n, m, 0, n);
        return m;
    }

    /** The largest L¹ error of all time levels. */
    private static double error(Equilibrium e) {
        int n = e.grid().size();
        double largest = 0;
        for (int j = 0; j <= e.time().steps(); j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double exact = density(START + e.time().time(j), e.grid().coordinate(i, 0));
                sum += e.grid().weight(i) * Math.abs(e.m()[j * n + i] - exact);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** √5 times the standard deviation at the end. */
    private static double support(Equilibrium e) {
        double[] m = last(e);
        double square = 0;
        for (int i = 0; i < m.length; i++) {
            double x = e.grid().coordinate(i, 0);
            square += e.grid().weight(i) * m[i] * x * x;
        }
        return Math.sqrt(5 * square);
    }

    /** From the two finest grids. */
    private static double order(double[] errors) {
        return Math.log(errors[1] / errors[2]) / Math.log(2);
    }
}
