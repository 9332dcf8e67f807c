package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * A volatility that varies, against a closed form. Where nobody gets through the ends of [0, 1], a stationary density has no flux, (D m)' + m φ' = 0 with
 * the value function φ, so that m ∝ D⁻¹ exp(-∫ φ'/D). With
 *
 * <pre>
 *   D(x) = ½ σ² = 0.1 (1 + ½ cos 2πx),  φ' = D π sin πx:        m = exp(cos πx) / (Z D)
 * </pre>
 *
 * <p>and the running cost f = -D φ'' + ½ φ'² - m makes φ the value function of the ergodic game with F[m] = m, at an average cost of 0. What to
 * look at: the crowd gathers where it is least shaken, though the drift goes left; the computed density lies on the closed form (density).
 */
public final class VaryingVolatility {
    private static final int QUADRATURE = 2000;

    private VaryingVolatility() {}

    /** Takes the folder to write to, out/gallery/varying-volatility if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/varying-volatility"));
    }

    /** Writes the figure; returns the observed order of m and the average cost on the finest grid. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        double z = normalisation();
        MeanFieldGame game = MeanFieldGame.builder("varying volatility")
                .domain(Domain.interval(0, 1))
                .forever()
                .diffusion(Diffusion.steady((x, axis) -> diffusion(x[0])))
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(1, 1))
                .runningCost((t, x) -> cost(x[0]) - density(x[0]) / z)
                .build();
        StationaryEquilibrium shown = solve(mfg, game, 26);
        StationaryEquilibrium coarse = solve(mfg, game, 51);
        StationaryEquilibrium fine = solve(mfg, game, 101);

        double[] x = Grid.of(game.domain(), 101).coordinates(0);
        double[] exact = Arrays.stream(x).map(a -> density(a) / z).toArray();
        double[] volatility =
                Arrays.stream(x).map(a -> Math.sqrt(2 * diffusion(a))).toArray();
        new StudyFigures(out)
                .lines(
                        "density",
                        "position x",
                        "density, and volatility",
                        List.of(
                                Curve.data(
                                        "m on 26 nodes",
                                        Grid.of(game.domain(), 26).coordinates(0),
                                        shown.m()),
                                Curve.data("m in closed form", x, exact),
                                Curve.data("volatility σ", x, volatility)));
        double order = Math.log(error(coarse.m(), z) / error(fine.m(), z)) / Math.log(2);
        System.out.printf("order %.3f, average cost %.2e%n", order, fine.constant());
        return new double[] {order, fine.constant()};
    }

    private static StationaryEquilibrium solve(Mfg mfg, MeanFieldGame game, int nodes) {
        return StationaryEquilibrium.of(mfg.solver("newton", Map.of("tolerance", 1e-11))
                .solve(mfg.discretize(
                        game,
                        mfg.discretization("crank-nicolson", Map.of()),
                        Grid.of(game.domain(), nodes),
                        game.timeGrid(1))));
    }

    private static double error(double[] m, double z) {
        double error = 0;
        for (int i = 0; i < m.length; i++) {
            error = Math.max(error, Math.abs(m[i] - density(i / (m.length - 1.0)) / z));
        }
        return error;
    }

    private static double diffusion(double x) {
        return 0.1 * (1 + 0.5 * Math.cos(2 * Math.PI * x));
    }

    private static double density(double x) {
        return Math.exp(Math.cos(Math.PI * x)) / diffusion(x);
    }

    /** -D φ'' + ½ φ'². */
    private static double cost(double x) {
        double d = diffusion(x);
        double slope = d * Math.PI * Math.sin(Math.PI * x);
        double slopeOfD = -0.1 * Math.PI * Math.sin(2 * Math.PI * x);
        double curvature = slopeOfD * Math.PI * Math.sin(Math.PI * x) + d * Math.PI * Math.PI * Math.cos(Math.PI * x);
        return -d * curvature + 0.5 * slope * slope;
    }

    /** Z, by the midpoint rule. */
    private static double normalisation() {
        double z = 0;
        for (int i = 0; i < QUADRATURE; i++) {
            z += density((i + 0.5) / QUADRATURE) / QUADRATURE;
        }
        return z;
    }
}
