package org.mfg.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Iteration;

class RateTest {

    @Test
    void isTheFactorOfAGeometricSequence() {
        Rate rate = Rate.of(history(30, k -> 3 * Math.pow(0.8, k)));

        assertThat(rate.factor()).isCloseTo(0.8, within(1e-12));
        assertThat(rate.upper() - rate.lower()).isLessThan(1e-7);
    }

    @Test
    void theIntervalOfNineInTenNoisySequencesHasTheFactor() {
        Random random = new Random(5);
        long hits = IntStream.range(0, 200)
                .mapToObj(n -> Rate.of(history(40, k -> Math.pow(0.9, k) * Math.exp(0.1 * random.nextGaussian()))))
                .filter(rate -> rate.lower() < 0.9 && 0.9 < rate.upper())
                .count();

        // 190 of 200 are expected, with a standard deviation of 3.
        assertThat(hits).isBetween(178L, 200L);
    }

    @Test
    void aFewPointsHaveNone() {
        assertThat(Rate.of(history(4, k -> Math.pow(0.1, k))).isKnown()).isFalse();
        assertThat(Rate.of(history(20, k -> 0)).isKnown()).isFalse();
    }

    private static List<Iteration> history(int count, IntToDoubleFunction residual) {
        return IntStream.range(0, count)
                .mapToObj(k -> new Iteration(k, residual.applyAsDouble(k), 0, 0, 0, 0, 1, 1, 1, 0.1 * k))
                .toList();
    }
}
