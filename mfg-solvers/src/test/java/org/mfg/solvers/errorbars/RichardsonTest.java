package org.mfg.solvers.errorbars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichardsonTest {
    private static final double LIMIT = 0.7;

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "2, 2, 2", "0.7, 2, 2", "1, 1.98, 2", "1.3, 2.1, 1.6", "2, 1.5, 2.5"})
    void anErrorThatIsAPowerOfTheSpacingIsFoundOnAnyThreeGrids(double order, double coarsening, double refining) {
        double[] spacings = {coarsening * refining, refining, 1};
        double[] values = new double[3];
        for (int k = 0; k < 3; k++) {
            values[k] = LIMIT - 0.02 * Math.pow(spacings[k], order);
        }
        Richardson three = new Richardson(values[0], values[1], values[2], coarsening, refining, Math.rint(order));

        assertThat(three.order()).isCloseTo(order, within(1e-10));
        assertThat(three.error()).isCloseTo(-0.02, within(1e-12));
        assertThat(three.isAsymptotic()).isTrue();
        assertThat(three.isAsExpected()).isEqualTo(Math.abs(order - Math.rint(order)) <= 0.25 * Math.rint(order));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "2, 2, 2", "1, 1.98, 2", "2, 1.5, 2.5"})
    void aSecondTermOfTwiceTheOrderIsFoundToo(double order, double coarsening, double refining) {
        double[] spacings = {coarsening * refining, refining, 1};
        double[] values = new double[3];
        for (int k = 0; k < 3; k++) {
            values[k] = LIMIT - 0.02 * Math.pow(spacings[k], order) - 3e-4 * Math.pow(spacings[k], 2 * order);
        }
        Richardson three = new Richardson(values[0], values[1], values[2], coarsening, refining, order);

        assertThat(three.isAsExpected()).isTrue();
        assertThat(three.error()).isCloseTo(-0.0203, within(1e-12));
    }

    @Test
    void differencesThatChangeSignHaveNoOrderAndTheErrorIsAtLeastTheLargestOfThem() {
        Richardson three = new Richardson(LIMIT + 0.3, LIMIT - 0.1, LIMIT + 0.02, 2, 2, 1);

        assertThat(three.order()).isNaN();
        assertThat(three.isAsymptotic()).isFalse();
        assertThat(Math.abs(three.error())).isGreaterThanOrEqualTo(0.4);
    }

    @Test
    void differencesThatHardlyFallAreNotBelieved() {
        Richardson three = new Richardson(LIMIT + 0.3, LIMIT + 0.2, LIMIT + 0.11, 2, 2, 1);

        assertThat(three.isAsymptotic()).isFalse();
        assertThat(three.error()).isCloseTo(0.09 / (Math.sqrt(2) - 1), within(1e-12));
    }

    @Test
    void equalValuesHaveAnErrorOfNothingAndNoOrder() {
        Richardson three = new Richardson(1, 1, 1, 2, 2, 1);

        assertThat(three.order()).isNaN();
        assertThat(three.error()).isZero();
    }
}
