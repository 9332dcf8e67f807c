package org.mfg.models.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrraTest {
    /** Each of at most four roundings, those of Math.pow and of what it is compared with, is a unit in the last place. */
    private static final double ROUNDINGS = 4 * Math.ulp(1.0);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2, 3, 5})
    void productsAndRootsAreThePowersToRoundOff(double gamma) {
        Crra crra = new Crra(gamma);
        for (double x = 1e-12; x < 1e12; x *= 1.37) {
            assertThat(crra.marginal(x) / Math.pow(x, -gamma)).isCloseTo(1, within(ROUNDINGS));
            assertThat(crra.consumption(x) / Math.pow(x, -1 / gamma)).isCloseTo(1, within(ROUNDINGS));
            double value = gamma == 1 ? Math.log(x) : Math.pow(x, 1 - gamma) / (1 - gamma);
            assertThat(crra.value(x)).isCloseTo(value, within(ROUNDINGS * Math.abs(value)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2, 3, 5})
    void nothingIsWorthAnythingAndEverythingNothing(double gamma) {
        Crra crra = new Crra(gamma);
        assertThat(crra.marginal(0)).isInfinite().isPositive();
        assertThat(crra.marginal(Double.POSITIVE_INFINITY)).isZero();
        assertThat(crra.consumption(Double.POSITIVE_INFINITY)).isZero();
    }
}
