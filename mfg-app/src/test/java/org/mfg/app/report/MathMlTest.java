package org.mfg.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MathMlTest {
    private static String of(String formula) {
        return MathMl.of(formula, Set.of("lambda", "exit-cost"))
                .replace("<math display=\"block\"><mrow>", "")
                .replace("</mrow></math>\n", "");
    }

    @Test
    void greekNamesBecomeLettersAndExponentsRise() {
        assertThat(of("lambda m^gamma"))
                .isEqualTo("<mi>λ</mi><mspace width=\"0.25em\"/><msup><mi>m</mi><mi>γ</mi></msup>");
    }

    @Test
    void aHyphenInAParametersNameIsNoMinus() {
        assertThat(of("exit-cost - x")).isEqualTo("<mi>exit-cost</mi><mo>−</mo><mi>x</mi>");
        assertThat(of("exit-costs")).isEqualTo("<mi>exit</mi><mo>−</mo><mi>costs</mi>");
    }

    @Test
    void bracketsAndBarsAreGroupsThatCarryExponents() {
        assertThat(of("|p|^2"))
                .isEqualTo("<msup><mrow><mo stretchy=\"false\">|</mo><mi>p</mi><mo stretchy=\"false\">|</mo></mrow>"
                        + "<mn>2</mn></msup>");
        assertThat(of("(x-0.3)^(a+1)")).endsWith("<mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow></msup>");
    }

    @Test
    void numbersWithExponentsAreNumbers() {
        assertThat(of("1e-3")).isEqualTo("<mn>1e-3</mn>");
        assertThat(of("1/2")).isEqualTo("<mfrac><mn>1</mn><mn>2</mn></mfrac>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", ")", "((x", "x)^", "^", "_", "^-", "|", "|x", "[)", ")(", "x^(", "<b>&\"'", "€ ∞"})
    void anyTextGivesWellFormedMarkup(String text) throws Exception {
        String math = MathMl.of(text, Set.of());

        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(math.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
