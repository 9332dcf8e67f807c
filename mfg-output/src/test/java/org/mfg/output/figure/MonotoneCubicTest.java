package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MonotoneCubicTest {
    @Test
    void aLineStaysALine() {
        double[] x = {0, 1, 3, 3.5};
        double[] y = Arrays.stream(x).map(v -> 2 - 3 * v).toArray();
        double[] places = MonotoneCubic.places(x);
        double[] values = MonotoneCubic.values(x, y);
        for (int j = 0; j < places.length; j++) {
            assertThat(values[j]).isEqualTo(2 - 3 * places[j], within(1e-14));
        }
    }

    /** Nowhere beyond the points, whose corners a parabola or a spline would overshoot. */
    @Test
    void whatRisesAtThePointsRisesBetweenThem() {
        double[] x = {0, 0.3, 2, 2.1, 4};
        double[] y = {0, 0.1, 0.11, 5, 5};
        double[] values = MonotoneCubic.values(x, y);
        assertThat(values).isSorted();
        assertThat(values[0]).isZero();
        assertThat(values[3 * (values.length - 1) / 4]).isEqualTo(5);
    }

    @Test
    void twoPointsAreJoinedByALineAndOneIsItself() {
        assertThat(MonotoneCubic.values(new double[] {0, 1}, new double[] {1, 2})[8])
                .isEqualTo(1.5, within(1e-15));
        assertThat(MonotoneCubic.values(new double[] {0}, new double[] {7})).containsExactly(7);
    }
}
