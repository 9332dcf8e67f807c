package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.testkit.CouplingKit;

class LocalCouplingsTest {
    private static final double[] X = {0.5};

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1, 1.5, 1.7, 2, 3, 4})
    void powersPassTheKit(double gamma) {
        CouplingKit.check(new PowerCoupling(0.7, gamma), 1);
        CouplingKit.check(new PowerCoupling(-2, gamma), 2);
    }

    @Test
    void logarithmsPassTheKit() {
        CouplingKit.check(new LogCoupling(0.7, LogCoupling.DEFAULT_FLOOR), 1);
        CouplingKit.check(new LogCoupling(-1, 0.01), 3);
    }

    @Property(tries = 300)
    void aPowerIsTheExponentialOfTheLogarithm(
            @ForAll @DoubleRange(min = 1e-6, max = 100) @Scale(8) double m,
            @ForAll @DoubleRange(min = 0.1, max = 4) double gamma) {
        double expected = Math.exp(gamma * Math.log(m));
        assertThat(new PowerCoupling(1, gamma).value(0, X, m))
                .isEqualTo(expected, within(1e-12 * Math.max(1, expected)));
    }

    @Property(tries = 300)
    void couplingsAreMonotoneAlsoAroundTheirFloorsAndForNegativeTrialDensities(
            @ForAll @DoubleRange(min = -0.01, max = 0.02) @Scale(8) double a,
            @ForAll @DoubleRange(min = -0.01, max = 0.02) @Scale(8) double b) {
        LocalCoupling[] couplings = {
            new LogCoupling(1, 0.005), new PowerCoupling(1, 0.5), new PowerCoupling(1, 1), new PowerCoupling(1, 2)
        };
        for (LocalCoupling f : couplings) {
            double slope = (f.value(0, X, a) - f.value(0, X, b)) * (a - b);
            assertThat(slope).isGreaterThan(-Double.MIN_VALUE);
            assertThat(f.densityDerivative(0, X, a)).isBetween(0.0, 1e12);
        }
    }

    @Test
    void theLogarithmIsContinuedByItsTangentBelowTheFloor() {
        LogCoupling f = new LogCoupling(2, 0.01);
        assertThat(f.value(0, X, 0.005)).isEqualTo(2 * (Math.log(0.01) - 0.5), within(1e-14));
        assertThat(f.densityDerivative(0, X, 0.005)).isEqualTo(200, within(1e-10));
        assertThat(f.value(0, X, -1)).isEqualTo(f.value(0, X, 0));
    }

    @Test
    void aLinearCouplingStaysLinearForNegativeTrialDensities() {
        assertThat(new PowerCoupling(2, 1).value(0, X, -0.25)).isEqualTo(-0.5);
        assertThat(new PowerCoupling(2, 2).value(0, X, -0.25)).isZero();
    }

    @Test
    void valuesOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> new PowerCoupling(1, 0)).hasMessage("gamma must be finite and > 0, was 0.0");
        assertThatThrownBy(() -> new PowerCoupling(Double.NaN, 1)).hasMessage("lambda must be finite, was NaN");
        assertThatThrownBy(() -> new LogCoupling(1, -1)).hasMessageStartingWith("floor must be finite and >= ");
    }
}
