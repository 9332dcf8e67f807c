package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.mfg.solvers.calibration.RunningCostFit.Trial;

/** A running cost that nobody told, from the density of the game that has it. */
class RunningCostFitTest {
    private static final Mfg MFG = Mfg.load();
    private static final EquilibriumSolver SOLVER = MFG.solver("newton", Map.of("tolerance", 1e-11, "levels", 1L));
    private static final int NODES = 31;
    private static final int STEPS = 15;

    private static final DoubleUnaryOperator WAVE = x -> 0.5 * Math.cos(2 * Math.PI * x);
    private static final DoubleUnaryOperator KINK = x -> 2 * Math.abs(x - 0.4);

    private static DiscreteGame game(DoubleUnaryOperator cost) {
        MeanFieldGame game = MFG.game("tutorial", Map.of("viscosity", 0.1, "concentration", 5.0)).toBuilder()
                .runningCost((t, x) -> cost.applyAsDouble(x[0]))
                .build();
        return MFG.discretize(game, NODES, STEPS);
    }

    /** The density at all nodes and levels after the first, with errors of a deviation. */
    private static DensityObservations observed(DoubleUnaryOperator cost, double deviation, long seed) {
        DiscreteGame game = game(cost);
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
    private static double error(DoubleUnaryOperator cost, double[] found) {
        DiscreteGame game = game(cost);
        double[] difference = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            difference[i] = found[i] - cost.applyAsDouble(game.grid().coordinate(i, 0));
        }
        double mean = game.grid().integrate(difference, 0);
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += game.grid().weight(i) * Math.pow(difference[i] - mean, 2);
        }
        return Math.sqrt(sum);
    }

    private static RunningCostFit fit(DensityObservations data) {
        return new RunningCostFit(game(x -> 0), data, SOLVER, Monitor.NONE);
    }

    /**
     * Densities are smoother than the cost by a = 2 derivatives, and slopes are penalised, s = 1. By the discrepancy principle a cost with q derivatives comes back with an error of
     * the order σ^(q/(q+a)) for q up to a + 2s (Natterer 1984; Engl, Hanke and Neubauer 1996, section 8.5): of a kink, q = 3/2, with the power 3/7, of a wave with no less than 2/3.
     */
    @ParameterizedTest
    @CsvSource({"true, 0.33, 0.53", "false, 0.66, 1.0"})
    void theErrorFallsWithThatOfTheDataAtTheExpectedRate(boolean isKink, double least, double most) {
        double[] errors = errors(isKink ? KINK : WAVE, 0.1, 0.001);
        assertThat(Math.log(errors[0] / errors[1]) / Math.log(100)).isBetween(least, most);
    }

    /** Means of the errors of f over three seeds. */
    private static double[] errors(DoubleUnaryOperator cost, double... deviations) {
        double[] errors = new double[deviations.length];
        for (int k = 0; k < deviations.length; k++) {
            for (int seed = 1; seed <= 3; seed++) {
                Found found = fit(observed(cost, deviations[k], seed)).fitTo(1.02 * deviations[k]);
                assertThat(found.deviation()).isLessThanOrEqualTo(1.02 * deviations[k]);
                errors[k] += error(cost, found.cost()) / 3;
            }
        }
        return errors;
    }

    /**
     * Cross-validation, which is not told how large errors are, finds that, and a cost that is nearer than the principle's, which smooths too much; of a flat minimum it may take the
     * wrong end, so that the median of samples is looked at.
     */
    @Test
    void crossValidationFindsTheErrorsAndTheCost() {
        double deviation = 0.03;
        double[] errors = new double[3];
        for (int k = 0; k < errors.length; k++) {
            RunningCostFit fit = fit(observed(KINK, deviation, k + 1));
            errors[k] = error(KINK, fit.fitByCrossValidation().cost());
            double least = fit.trials().stream().mapToDouble(Trial::score).min().orElse(0);
            assertThat(least).isCloseTo(deviation, within(0.1 * deviation));
        }
        Arrays.sort(errors);
        assertThat(errors[1]).isLessThan(errors(KINK, deviation)[0]);
    }

    /** Errors that are told with the data are what is fitted to: nothing changes but the unit of α. */
    @Test
    void errorsInTheDataAreTheNoise() {
        double deviation = 0.1;
        DensityObservations data = observed(WAVE, deviation, 1);
        double[] errors = new double[data.count()];
        Arrays.fill(errors, deviation);
        Found alike = fit(data).fitTo(deviation);
        Found told = fit(data.withErrors(errors)).fitTo(1);
        assertThat(told.deviation()).isCloseTo(alike.deviation() / deviation, within(1e-3));
        assertThat(told.cost()).containsExactly(alike.cost(), within(1e-3));
    }

    /** Too much of it and nothing is fitted; the mean of what is found is 0. */
    @Test
    void regularizationFlattens() {
        RunningCostFit fit = fit(observed(WAVE, 0.01, 1));
        Found flat = fit.fit(1e6);
        Found found = fit.fit(0.03);
        assertThat(error(WAVE, flat.cost())).isCloseTo(0.5 / Math.sqrt(2), within(0.02));
        assertThat(error(WAVE, found.cost())).isLessThan(0.02);
        assertThat(found.deviation()).isLessThan(flat.deviation());
    }

    @Test
    void errorsThatNoCostExplainsAreSaid() {
        assertThatThrownBy(() -> fit(observed(WAVE, 0.1, 1)).fitTo(0.01))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("no running cost explains the data");
    }
}
