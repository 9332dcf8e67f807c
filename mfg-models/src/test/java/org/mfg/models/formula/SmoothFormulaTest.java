package org.mfg.models.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothFormulaTest {

    /** The value by the expression library, the derivatives by central differences of it, right to h² and ε/h². */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "log(c)",
                "c^(1-2.5)/(1-2.5)",
                "-exp(-2*c)/2",
                "log(c-0.1) + c/(1+c)",
                "-c^2 + 2*c^3",
                "pow(c,c)",
                "c^0",
                "c^1",
                "sqrt(c)*cbrt(c)",
                "log2(c)-log10(c)",
                "sin(c)*cos(2*c)",
                "tanh(c)^2",
                "atan(3*c)",
                "+c - -c",
                "pi*e^c",
                "2^-c",
                "5"
            })
    void itsDerivativesAreThoseOfItsValues(String text) {
        Formula values = Formula.parse("utility", text, List.of("c"), Map.of());
        SmoothFormula formula = SmoothFormula.parse("utility", text, "c");
        double h = 1e-4;
        for (double c : new double[] {0.3, 0.7, 1, 2.9}) {
            Jet u = formula.at(c);
            double above = values.at(c + h);
            double below = values.at(c - h);
            double size = 1 + Math.abs(u.value()) + Math.abs(u.first()) + Math.abs(u.second());
            assertThat(u.value()).isCloseTo(values.at(c), within(1e-14 * size));
            assertThat(u.first()).isCloseTo((above - below) / (2 * h), within(1e-5 * size));
            assertThat(u.second()).isCloseTo((above - 2 * values.at(c) + below) / (h * h), within(1e-5 * size));
        }
    }

    /** Where the base is 0 or negative too, a whole power is differentiated as one. */
    @Test
    void powersOfNegativeNumbersHaveDerivatives() {
        assertThat(SmoothFormula.parse("f", "c^3", "c").at(-2)).isEqualTo(new Jet(-8, 12, -12));
        assertThat(SmoothFormula.parse("f", "c^2", "c").at(0)).isEqualTo(new Jet(0, 0, 2));
    }

    @Test
    void whatHasNoDerivativeIsRefused() {
        assertThatThrownBy(() -> SmoothFormula.parse("utility", "floor(c)", "c"))
                .hasMessage(
                        "utility 'floor(c)' must have derivatives, which floor has not here; the functions are exp, log,"
                                + " log2, log10, sqrt, cbrt, pow, sin, cos, tanh, atan");
        assertThatThrownBy(() -> SmoothFormula.parse("utility", "min(c, 1)", "c"))
                .hasMessageContaining("which min has");
        assertThatThrownBy(() -> SmoothFormula.parse("utility", "c > 1", "c"))
                .hasMessageContaining("must have derivatives, which > has not here");
        assertThatThrownBy(() -> SmoothFormula.parse("utility", "log(x)", "c"))
                .hasMessageContaining("unknown name 'x'");
    }
}
