package org.mfg.solvers.errorbars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichardsonTest {
    private static final double LIMIT = 0.7;

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "2, 2, 2", "0.7, 2, 2", "1, 1.98, 2", "0.6, 2.1, 1.6", "2, 1.5, 2.5"})
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

        assertThat(three.isAsymptotic()).isTrue();
        assertThat(three.error()).isCloseTo(-0.0203, within(1e-12));
    }

    /** Of u + h u' and alike: the second term is half of the error, and the measured order 1.6. */
    @Test
    void aSecondTermThatIsAsLargeAsTheFirstIsFoundToo() {
        Richardson three = new Richardson(LIMIT + 4 + 16, LIMIT + 2 + 4, LIMIT + 1 + 1, 2, 2, 1);

        assertThat(three.order()).isCloseTo(Math.log(14.0 / 4) / Math.log(2), within(1e-10));
        assertThat(three.error()).isCloseTo(2, within(1e-12));
    }

    /** Between the scheme's order and twice that a power is taken for two terms: by the measured order an error of two terms, which is what schemes have, would be up to half too small. */
    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.3, 1.5, 1.7, 1.9})
    void aPowerBetweenTheTwoTermsHasAtMostAThirdTooMuch(double order) {
        Richardson three = new Richardson(LIMIT + Math.pow(4, order), LIMIT + Math.pow(2, order), LIMIT + 1, 2, 2, 1);

        assertThat(three.error()).isBetween(1.0, 1.0 + 1.0 / 3);
    }

    /** As with the action of a flow near the cheapest one, whose first order is nothing. */
    @ParameterizedTest
    @CsvSource({"1, 2.5", "1, 3", "2, 5", "2, 6"})
    void anErrorThatFallsFasterThanTheSchemePromisesOnFourGridsIsNotUnderestimated(double formal, double order) {
        double far = Math.pow(2, order);
        Richardson before = new Richardson(LIMIT - far * far * far, LIMIT - far * far, LIMIT - far, 2, 2, formal);
        Richardson three = new Richardson(LIMIT - far * far, LIMIT - far, LIMIT - 1, 2, 2, formal);

        assertThat(three.isFaster(before)).isTrue();
        assertThat(three.isAsymptotic()).isFalse();
        assertThat(three.errorOfSecondTerm()).isBetween(-5.0, -1.0);
    }

    /** Two terms of opposite signs, -h + 0.4 h². */
    @Test
    void anOrderThatIsHighByAccidentIsAnotherOneOnTheGridsBefore() {
        double[] values = new double[4];
        for (int k = 0; k < 4; k++) {
            double h = 8 >> k;
            values[k] = LIMIT - h + 0.4 * h * h;
        }
        Richardson before = new Richardson(values[0], values[1], values[2], 2, 2, 1);
        Richardson three = new Richardson(values[1], values[2], values[3], 2, 2, 1);

        assertThat(three.order()).isGreaterThan(2);
        assertThat(three.isFaster(before)).isFalse();
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
