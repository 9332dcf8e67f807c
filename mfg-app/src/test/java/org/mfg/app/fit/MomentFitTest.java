package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.Observable;
import org.mfg.solvers.calibration.QuantityObservations;

/** Parameters of the tutorial from moments of its crowd: mean, variance and two quantiles at five times. */
class MomentFitTest {
    private static final Recovery TUTORIAL = new Recovery(30, 15, "upwind");
    private static final List<String> MOMENTS =
            List.of("mean(%s)", "variance(%s)", "quantile(0.1, %s)", "quantile(0.9, %s)");

    private static List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>();
        for (String time : List.of("0.2", "0.4", "0.6", "0.8", "T")) {
            for (String moment : MOMENTS) {
                all.add(Recovery.MFG.quantity(moment.formatted(time), TUTORIAL.game.game()));
            }
        }
        return all;
    }

    /** The true game's moments with errors of a part of each, which are told. */
    private static QuantityObservations observed(double noise, long seed) {
        Random random = new Random(seed);
        List<Quantity> quantities = quantities();
        double[] values = new double[quantities.size()];
        double[] errors = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double exact = quantities.get(i).value(TUTORIAL.game, TUTORIAL.equilibrium.u(), TUTORIAL.equilibrium.m());
            errors[i] = noise * exact;
            values[i] = exact + errors[i] * random.nextGaussian();
        }
        QuantityObservations data =
                new QuantityObservations(quantities.stream().map(Observable::of).toList(), values);
        return noise > 0 ? data.withErrors(errors) : data;
    }

    @Test
    void withoutErrorsTheTrueParametersAreFound() {
        assertThat(Recovery.error(TUTORIAL.fit(observed(0, 1)))).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withErrorsTheParametersLieWithinThreeStandardErrors(long seed) {
        Fit fit = TUTORIAL.fit(observed(0.01, seed));
        assertThat(Recovery.isWithinThree(fit)).isTrue();
        assertThat(fit.probability()).isBetween(1e-3, 1 - 1e-3);
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

    @Test
    void moreParametersThanDataAreRefused() {
        QuantityObservations two = new QuantityObservations(
                quantities().stream().limit(2).map(Observable::of).toList(), new double[] {0.4, 0.02});
        assertThatThrownBy(() -> TUTORIAL.fit(two))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("observations must be more than the parameters, of which there are 3, was 2");
    }
}
