package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.RunningCostFit;

/**
 * A running cost f(x) that nobody told, found from the density of the crowd that pays it, with errors of deviation σ:
 *
 * <pre>
 *   minimise  ½ Σ (m(t_i, x_i; f) - d_i)² + ½ α ∫ f′²,     α the largest with residuals of σ
 * </pre>
 *
 * <p>The density is smoother than f by a = 2 derivatives: u gains two, its slope loses one, and the equation of the crowd loses one and gains two. What has q derivatives then comes back with an
 * error of the order σ^(q/(q+2)), for q up to 4 (Engl, Hanke and Neubauer 1996, section 8.5): a kink with σ^(3/7), something smooth with σ^(2/3) at least. What to look at: the
 * slopes of the two lines (running-cost-rate).
 */
public final class RecoveredCost {
    private static final int NODES = 31;
    private static final int STEPS = 15;
    private static final double[] ONE_OVER_SIGMA = {10, 100, 1000};
    private static final int SAMPLES = 3;
    private static final double SLACK = 1.02;

    private static final Mfg MFG = Mfg.load();
    private static final EquilibriumSolver SOLVER = MFG.solver("newton", Map.of("tolerance", 1e-11, "levels", 1L));

    private RecoveredCost() {}

    /** Takes the folder to write to, out/gallery/recovered-cost if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/recovered-cost"));
    }

    /** Writes the figure; returns the powers of σ with which a kink and a wave come back. */
    public static double[] run(Path out) throws IOException {
        Curve kink = errors("2|x - 0.4|", x -> 2 * Math.abs(x - 0.4));
        Curve wave = errors("½ cos 2πx", x -> 0.5 * Math.cos(2 * Math.PI * x));
        new StudyFigures(out)
                .logLog(
                        "running-cost-rate",
                        "1/σ, σ the deviation of the data's errors",
                        "error of f, root mean square",
                        List.of(
                                kink,
                                wave,
                                Curve.slope("power 3/7", -3.0 / 7, kink),
                                Curve.slope("power 2/3", -2.0 / 3, wave)));
        return new double[] {power(kink), power(wave)};
    }

    /** The means over samples of the errors of f. */
    private static Curve errors(String label, DoubleUnaryOperator f) {
        DiscreteGame known = game(x -> 0);
        Equilibrium truth = SOLVER.solve(game(f));
        double[] errors = new double[ONE_OVER_SIGMA.length];
        for (int k = 0; k < errors.length; k++) {
            for (int seed = 1; seed <= SAMPLES; seed++) {
                double deviation = 1 / ONE_OVER_SIGMA[k];
                DensityObservations data = observed(truth, deviation, seed);
                double[] found = new RunningCostFit(known, data, SOLVER, Monitor.NONE)
                        .fitTo(SLACK * deviation)
                        .cost();
                errors[k] += distance(known.grid(), found, f) / SAMPLES;
            }
        }
        return Curve.data(label, ONE_OVER_SIGMA, errors);
    }

    private static DiscreteGame game(DoubleUnaryOperator f) {
        MeanFieldGame game = MFG.game("tutorial", Map.of("viscosity", 0.1, "concentration", 5.0)).toBuilder()
                .runningCost((t, x) -> f.applyAsDouble(x[0]))
                .build();
        return MFG.discretize(game, NODES, STEPS);
    }

    /** The density at all nodes and levels after the first, with errors. */
    private static DensityObservations observed(Equilibrium truth, double deviation, long seed) {
        Random random = new Random(seed);
        double[] times = new double[NODES * STEPS];
        double[][] places = new double[times.length][];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = truth.time().time(i / NODES + 1);
            places[i] = new double[] {truth.grid().coordinate(i % NODES, 0)};
            values[i] = truth.m()[NODES + i] + deviation * random.nextGaussian();
        }
        return new DensityObservations(times, places, values);
    }

    /** The root of ∫ (found - f)², less their means, which the density does not depend on. */
    private static double distance(Grid grid, double[] found, DoubleUnaryOperator f) {
        double[] difference = found.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= f.applyAsDouble(grid.coordinate(i, 0));
        }
        double mean = grid.integrate(difference, 0);
        for (int i = 0; i < difference.length; i++) {
            difference[i] = Math.pow(difference[i] - mean, 2);
        }
        return Math.sqrt(grid.integrate(difference, 0));
    }

    private static double power(Curve curve) {
        int last = curve.x().length - 1;
        return Math.log(curve.y()[0] / curve.y()[last]) / Math.log(curve.x()[last] / curve.x()[0]);
    }
}
