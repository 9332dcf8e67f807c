package org.mfg.models.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UtilityTest {

    /** What a user writes: U and U' alone, of a utility without a closed inverse. */
    static Utility ofTwoPowers() {
        return new Utility() {
            @Override
            public double value(double c) {
                return Math.log(c) - 0.5 / (c * c);
            }

            @Override
            public double marginal(double c) {
                return 1 / c + 1 / (c * c * c);
            }
        };
    }

    static Stream<Utility> all() {
        return Stream.of(
                Utility.crra(0.5),
                Utility.log(),
                Utility.crra(5),
                Utility.stoneGeary(2, 0.1),
                Utility.cara(3),
                ofTwoPowers(),
                Utility.formula("log(c)"),
                Utility.formula("log(c - 0.1) + sqrt(c)"),
                Utility.formula("-exp(-2*c)"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void consumptionIsTheInverseOfMarginalUtility(Utility u) {
        for (double c = 1e-6; c < 1e4; c *= 7.3) {
            double level = Math.max(0, u.least()) + c;
            double q = u.marginal(level);
            if (q > 1e-250) {
                // What an error of q by round-off makes of c.
                double roundOff = 8 * Math.ulp(1.0) * Math.max(level, u.riskTolerance(level));
                assertThat(u.consumption(q)).isCloseTo(level, within(4 * roundOff));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void marginalUtilityAndRiskToleranceAreThoseOfItsValues(Utility u) {
        for (double c : new double[] {0.2, 0.5, 1, 3}) {
            double h = 1e-5;
            double slope = (u.value(c + h) - u.value(c - h)) / (2 * h);
            double curvature = (u.marginal(c + h) - u.marginal(c - h)) / (2 * h);
            assertThat(u.marginal(c)).isCloseTo(slope, within(1e-6 * (1 + slope)));
            assertThat(u.riskTolerance(c))
                    .isCloseTo(-u.marginal(c) / curvature, within(1e-6 * (1 + u.riskTolerance(c))));
        }
    }

    /** Where U'(0) is finite, nobody consumes at a value of wealth above it. */
    @Test
    void theLeastConsumptionIsWhereAFormulaBegins() {
        assertThat(Utility.formula("log(c)").least()).isZero();
        assertThat(Utility.formula("log(c - 0.1)").least()).isEqualTo(0.1, within(1e-15));
        assertThat(Utility.formula("-exp(-2*c)").least()).isZero();
        assertThat(Utility.formula("-exp(-2*c)").consumption(3)).isEqualTo(0, within(1e-15));
        assertThat(Utility.formula("log(c - 0.1)").marginal(0.1)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -log(c) | utility must be a formula in c that increases, with falling slope, was '-log(c)'
            c^2     | utility must be a formula in c that increases, with falling slope, was 'c^2'
            2       | utility must be a formula in c that increases, with falling slope, was '2'
            """)
    void aFormulaThatIsNoUtilityIsRefused(String formula, String message) {
        assertThatThrownBy(() -> Utility.formula(formula)).hasMessage(message);
    }
}
