package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.study.Study;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.Misfit;
import org.mfg.solvers.calibration.Observations;
import org.mfg.solvers.calibration.Prediction;
import org.mfg.solvers.sensitivity.ClearedTangent;

/** Parameters of the tutorial from its own density. */
class FitTest {
    private static final Recovery TUTORIAL = new Recovery(30, 15, "upwind");

    /** The density of the true game at every third node and every third time, with errors of a part of its largest value. */
    private static DensityObservations observed(double noise, long seed) {
        double[] m = TUTORIAL.equilibrium.m();
        int n = TUTORIAL.game.grid().size();
        double largest = 0;
        for (double density : m) {
            largest = Math.max(largest, density);
        }
        Random random = new Random(seed);
        int count = 5 * 10;
        double[] times = new double[count];
        double[][] places = new double[count][];
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            int level = 3 * (k / 10 + 1);
            int node = 3 * (k % 10);
            times[k] = TUTORIAL.game.time().time(level);
            places[k] = new double[] {TUTORIAL.game.grid().coordinate(node, 0)};
            values[k] = m[level * n + node] + noise * largest * random.nextGaussian();
        }
        return new DensityObservations(times, places, values);
    }

    @Test
    void withoutErrorsTheTrueParametersAreFound() {
        Fit fit = TUTORIAL.fit(observed(0, 1));
        assertThat(Recovery.error(fit)).isLessThan(1e-6);
        assertThat(fit.deviation()).isLessThan(1e-7);
    }

    /** With errors of 1 % the parameters lie within three of their standard errors; s is that of the errors. */
    @Test
    void withErrorsTheParametersLieWithinThreeStandardErrors() {
        Fit fit = TUTORIAL.fit(observed(0.01, 1));
        assertThat(Recovery.isWithinThree(fit)).isTrue();
        assertThat(fit.singularValues()).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** The probability of 3 standard errors of each of three parameters is 0.99. */
    @Test
    @Tag("slow")
    void ofAHundredSamplesNinetyFiveAtLeastAreWithinThreeStandardErrors() {
        int within = 0;
        for (int seed = 0; seed < 100; seed++) {
            within += Recovery.isWithinThree(TUTORIAL.fit(observed(0.01, seed))) ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(95);
    }

    /** Errors that are told twice as large as they are leave the fit where it is; χ² is a quarter then, and standard errors those of what was told. */
    @Test
    void errorsThatAreToldWeigh() {
        DensityObservations data = observed(0.01, 1);
        Fit alike = TUTORIAL.fit(data);
        double[] told = new double[data.count()];
        Arrays.fill(told, 2 * alike.deviation());
        Fit known = TUTORIAL.fit(data.withErrors(told));

        assertThat(known.values()).containsExactly(alike.values(), within(1e-7));
        assertThat(known.deviation()).isCloseTo(0.5, within(1e-6));
        assertThat(known.probability()).isGreaterThan(0.999);
        for (int k = 0; k < 3; k++) {
            assertThat(known.standardErrors()[k] / alike.standardErrors()[k]).isCloseTo(2, within(1e-5));
            assertThat(known.halfIntervals()[k] / known.standardErrors()[k]).isCloseTo(1.959964, within(1e-6));
        }
    }

    /** Without a coupling, λ = 0, its exponent γ means nothing: its standard error is infinite, that of the viscosity is not. */
    @Test
    void aParameterThatTheObservationsDoNotSeeHasAnInfiniteStandardError() {
        Study study = TUTORIAL.study(Map.of("lambda", 0.0));
        Fit fit = FitStudy.best(study, List.of("viscosity", "gamma"), false, observed(0.01, 2), 1, Monitor.NONE);
        assertThat(fit.standardErrors()[1]).isInfinite();
        assertThat(fit.standardErrors()[0]).isFinite().isPositive();
        assertThat(Math.abs(fit.combination(1)[1])).isCloseTo(1, within(1e-9));
    }

    /** Residuals that are 2 % smaller for every game, whatever its parameters: there is always more to gain. */
    @Test
    void aFitThatDoesNotEndSaysWhatToDo() {
        DensityObservations data = observed(0.01, 1);
        AtomicInteger asked = new AtomicInteger();
        Observations elusive = new Observations() {
            @Override
            public int count() {
                return data.count();
            }

            @Override
            public boolean haveKnownErrors() {
                return false;
            }

            @Override
            public Misfit at(Prediction here) {
                double part = 0.01 * Math.pow(0.98, asked.getAndIncrement());
                Misfit misfit = data.at(here);
                return new Misfit() {
                    @Override
                    public double[] residuals() {
                        return Arrays.stream(data.values()).map(r -> part * r).toArray();
                    }

                    @Override
                    public double[] derivatives(ClearedTangent tangent) {
                        return misfit.derivatives(tangent);
                    }
                };
            }
        };
        Recovery coarse = new Recovery(10, 5, "upwind");
        assertThatThrownBy(() -> coarse.fit(elusive))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("the fit did not end after 200 evaluations: find fewer parameters, or start")
                .hasMessageContaining("; the combination that the observations tell least is ")
                .hasMessageContaining(" gamma");
    }
}
