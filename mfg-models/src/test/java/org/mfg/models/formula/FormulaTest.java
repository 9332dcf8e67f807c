package org.mfg.models.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;

class FormulaTest {
    private static final Domain LINE = Domain.interval(0, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5*(x-0.7)^2     | 0.08",
                "exp(-50*(x-0.3)^2)| 1",
                "-x^2              | -0.09",
                "2^-1              | 0.5",
                "2^3^2             | 512",
                "1e-3*x            | 0.0003",
                "sin(pi/2)+log(e)  | 2",
                "min(x,-2)         | -2",
                "max(1, x)         | 1",
                "pow(2,3)          | 8",
                "abs(-x)           | 0.3",
                "x > 0.2           | 1",
                "(x > 0.5)         | 0",
                "0.3 >= x          | 1",
                "x < 0.3           | 0",
                "x<=-0.3           | 0",
                "x+1 > x*4         | 1",
                "2*(x > 0.2)*(x<0.4)-1 | 1",
            })
    void aFormulaHasItsUsualMeaningAtThreeTenths(String text, double expected) {
        SpaceFunction f = Formulas.ofSpace("terminal cost", text.trim(), LINE, Map.of());
        assertThat(f.at(new double[] {0.3})).isEqualTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x+w       | unknown name 'w' at position 3",
                "2x        | an operator is missing",
                "x+        | a number or a name is missing",
                "(x        | Mismatched parentheses",
                "x)        | parentheses do not match",
                "()        | parentheses do not match or are empty",
                "1.2.3     | a number cannot be read",
                "' '       | it is empty",
                "t*x       | unknown name 't'",
                "java.lang.Runtime | unknown name",
                "1d        | unknown name 'd'",
                "0x1p3     | unknown name 'p3'",
                "x == 0.5  | an operator is unknown; there are + - * / % ^ < <= > >=",
                "x >       | a number or a name is missing",
            })
    void anUnreadableFormulaIsRefusedWithFieldFormulaReasonAndVariables(String text, String reason) {
        assertThatThrownBy(() -> Formulas.ofSpace("initial density", text, LINE, Map.of("sigma", 0.1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("initial density")
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining(reason)
                .hasMessageContaining("the variables are x, the constants pi, e, sigma");
    }

    @Test
    void aFormulaThatNobodyCanReadIsRefusedAtOnceAndShownInPart() {
        String signs = "-".repeat(20_000) + "x";
        String nested = "(".repeat(101) + "x" + ")".repeat(101);
        String chain = "- ".repeat(101) + "x";

        assertThatThrownBy(() -> Formulas.ofSpace("running cost", signs, LINE, Map.of()))
                .hasMessageContaining("it has 20001 characters, more than the 4000 allowed")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        for (String deep : List.of(nested, chain)) {
            assertThatThrownBy(() -> Formulas.ofSpace("running cost", deep, LINE, Map.of()))
                    .hasMessageContaining("it nests more than 100 parentheses or signs");
        }
        String longest = "x" + "+x".repeat(1999);
        assertThat(Formulas.ofSpace("running cost", longest, LINE, Map.of()).at(new double[] {1}))
                .isEqualTo(2000);
    }

    @Test
    void aComparisonWithWhatIsNoNumberIsNone() {
        SpaceFunction f = Formulas.ofSpace("running cost", "log(x) < 1", LINE, Map.of());
        assertThat(f.at(new double[] {-1})).isNaN();
    }

    @Test
    void divisionByZeroNamesThePlace() {
        SpaceFunction f = Formulas.ofSpace("running cost", "1/(x-0.5)", LINE, Map.of());
        assertThatThrownBy(() -> f.at(new double[] {0.5}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("running cost '1/(x-0.5)' divides by zero at x = 0.5");
    }

    @Test
    void timeAxesAndParametersAreAllSeen() {
        Domain square = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));
        SpaceTimeFunction f = Formulas.ofSpaceTime("running cost", "a*x + 10*y + 100*t", square, Map.of("a", 3.0));
        assertThat(f.at(4, new double[] {1, 2})).isEqualTo(3 + 20 + 400);
    }

    @Test
    void aFormulaWithoutVariablesIsConstant() {
        assertThat(Formula.parse("f", "2*pi*a", List.of("x"), Map.of("a", 1.0)).isConstant())
                .isTrue();
        assertThat(Formula.parse("f", "2*pi*x", List.of("x"), Map.of()).isConstant())
                .isFalse();
    }

    @Test
    void severalThreadsMayEvaluateTheSameFormula() {
        SpaceFunction f = Formulas.ofSpace("terminal cost", "x^2 + x", LINE, Map.of());
        boolean allRight = IntStream.range(0, 20_000).parallel().allMatch(i -> {
            double x = i / 1000.0;
            return Math.abs(f.at(new double[] {x}) - (x * x + x)) < 1e-10;
        });
        assertThat(allRight).isTrue();
    }
}
