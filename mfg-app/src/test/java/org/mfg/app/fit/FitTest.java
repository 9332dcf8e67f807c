package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Study;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Fit;

/** Parameters of the tutorial from its own density. */
class FitTest {
    private static final Mfg MFG = Mfg.load();
    private static final List<String> NAMES = List.of("lambda", "viscosity", "gamma");
    private static final double[] TRUE = {0.5, 0.01, 1};
    private static final Map<String, Object> START = Map.of("lambda", 0.8, "viscosity", 0.015, "gamma", 0.7);

    private static Study study(Map<String, ?> parameters) {
        return Study.of(
                MFG,
                MFG.games().provider("tutorial"),
                new Study.Request(
                        parameters,
                        new GridChoice(Map.of(0, 30), OptionalInt.of(15), OptionalDouble.empty()),
                        Choice.of("upwind"),
                        new Choice("newton", Map.of("tolerance", 1e-11, "levels", 1L))));
    }

    /** The density of the true game at every third node and every third time, with errors of a part of its largest value. */
    private static DensityObservations observed(double noise, long seed) {
        Study study = study(Map.of());
        Equilibrium e = study.solve(Monitor.NONE).equilibrium();
        DiscreteGame game = study.discreteGame();
        int n = game.grid().size();
        double largest = 0;
        for (double m : e.m()) {
            largest = Math.max(largest, m);
        }
        Random random = new Random(seed);
        int count = 5 * 10;
        double[] times = new double[count];
        double[][] places = new double[count][];
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            int level = 3 * (k / 10 + 1);
            int node = 3 * (k % 10);
            times[k] = game.time().time(level);
            places[k] = new double[] {game.grid().coordinate(node, 0)};
            values[k] = e.m()[level * n + node] + noise * largest * random.nextGaussian();
        }
        return new DensityObservations(times, places, values);
    }

    @Test
    void withoutErrorsTheTrueParametersAreFound() {
        Fit fit = FitStudy.best(study(START), NAMES, observed(0, 1), 1, Monitor.NONE);
        for (int k = 0; k < TRUE.length; k++) {
            assertThat(fit.values()[k]).isCloseTo(TRUE[k], within(1e-6 * TRUE[k]));
        }
        assertThat(fit.deviation()).isLessThan(1e-7);
    }

    /** With errors of 1 % the parameters lie within three of their standard errors; s is that of the errors. */
    @Test
    void withErrorsTheParametersLieWithinThreeStandardErrors() {
        Fit fit = FitStudy.best(study(START), NAMES, observed(0.01, 1), 1, Monitor.NONE);
        assertThat(isWithinThree(fit)).isTrue();
        assertThat(fit.singularValues()).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** The probability of 3 standard errors of each of three parameters is 0.99. */
    @Test
    @Tag("slow")
    void ofAHundredSamplesNinetyFiveAtLeastAreWithinThreeStandardErrors() {
        int within = 0;
        for (int seed = 0; seed < 100; seed++) {
            Fit fit = FitStudy.best(study(START), NAMES, observed(0.01, seed), 1, Monitor.NONE);
            within += isWithinThree(fit) ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(95);
    }

    private static boolean isWithinThree(Fit fit) {
        double[] errors = fit.standardErrors();
        boolean isWithin = true;
        for (int k = 0; k < TRUE.length; k++) {
            isWithin &= Math.abs(fit.values()[k] - TRUE[k]) <= 3 * errors[k];
        }
        return isWithin;
    }

    /** Without a coupling, λ = 0, its exponent γ means nothing: its standard error is infinite, that of the viscosity is not. */
    @Test
    void aParameterThatTheObservationsDoNotSeeHasAnInfiniteStandardError() {
        Study study = study(Map.of("lambda", 0.0));
        Fit fit = FitStudy.best(study, List.of("viscosity", "gamma"), observed(0.01, 2), 1, Monitor.NONE);
        assertThat(fit.standardErrors()[1]).isInfinite();
        assertThat(fit.standardErrors()[0]).isFinite().isPositive();
        assertThat(Math.abs(fit.weakestDirection()[1])).isCloseTo(1, within(1e-9));
    }
}
