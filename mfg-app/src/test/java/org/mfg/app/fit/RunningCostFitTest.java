package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.RunningCostFit;
import org.mfg.solvers.calibration.RunningCostFit.Found;

/** A running cost that nobody told, from the density of the game that has it. */
class RunningCostFitTest {
    private static final Mfg MFG = Mfg.load();
    private static final EquilibriumSolver SOLVER = MFG.solver("newton", Map.of("tolerance", 1e-11, "levels", 1L));
    private static final int NODES = 31;
    private static final int STEPS = 15;

    private static double unknown(double x) {
        return 0.5 * Math.cos(2 * Math.PI * x);
    }

    private static DiscreteGame game(boolean isTrue) {
        MeanFieldGame game = MFG.game("tutorial", Map.of("viscosity", 0.1, "concentration", 5.0)).toBuilder()
                .runningCost((t, x) -> isTrue ? unknown(x[0]) : 0)
                .build();
        return MFG.discretize(game, NODES, STEPS);
    }

    /** The density at all nodes and levels after the first, with errors of a deviation. */
    private static DensityObservations observed(double deviation, long seed) {
        DiscreteGame game = game(true);
        Equilibrium e = SOLVER.solve(game);
        Random random = new Random(seed);
        double[] times = new double[NODES * STEPS];
        double[][] places = new double[times.length][];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = game.time().time(i / NODES + 1);
            places[i] = new double[] {game.grid().coordinate(i % NODES, 0)};
            values[i] = e.m()[NODES + i] + deviation * random.nextGaussian();
        }
        return new DensityObservations(times, places, values);
    }

    /** The root of ∫ (f - f*)² less their means. */
    private static double error(double[] found) {
        DiscreteGame game = game(true);
        double[] difference = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            difference[i] = found[i] - unknown(game.grid().coordinate(i, 0));
        }
        double mean = game.grid().integrate(difference, 0);
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += game.grid().weight(i) * Math.pow(difference[i] - mean, 2);
        }
        return Math.sqrt(sum);
    }

    private static RunningCostFit fit(DensityObservations data) {
        return new RunningCostFit(game(false), data, SOLVER, Monitor.NONE);
    }

    /** In f the error goes with a power of that of the data: of a smooth f, seen through two derivatives, with one between a half and one. */
    @Test
    void theErrorFallsWithThatOfTheData() {
        double[] error = new double[3];
        for (int k = 0; k < error.length; k++) {
            double deviation = 0.1 * Math.pow(0.1, k);
            for (int seed = 1; seed <= 3; seed++) {
                Found found = fit(observed(deviation, seed)).fitTo(1.02 * deviation);
                assertThat(found.deviation()).isLessThanOrEqualTo(1.02 * deviation);
                error[k] += error(found.cost()) / 3;
            }
        }
        // The cost itself is 0.35 large.
        assertThat(error[0]).isLessThan(0.06);
        assertThat(Math.log10(error[0] / error[2]) / 2).isBetween(0.5, 1.0);
    }

    /** Too much of it and nothing is fitted; the mean of what is found is 0. */
    @Test
    void regularizationFlattens() {
        RunningCostFit fit = fit(observed(0.01, 1));
        Found flat = fit.fit(1e6);
        Found found = fit.fit(0.03);
        assertThat(error(flat.cost())).isCloseTo(0.5 / Math.sqrt(2), within(0.02));
        assertThat(error(found.cost())).isLessThan(0.02);
        assertThat(found.deviation()).isLessThan(flat.deviation());
    }

    @Test
    void errorsThatNoCostExplainsAreSaid() {
        assertThatThrownBy(() -> fit(observed(0.1, 1)).fitTo(0.01))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("no running cost explains the data");
    }
}
