package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void namesOfGreekLettersAreLetters() {
        assertThat(Words.said("lambda 0.5, sigma 2 over omega", Map.of())).isEqualTo("λ 0.5, σ 2 over ω");
        assertThat(Words.said("alpha beta gamma delta theta mu nu rho", Map.of()))
                .isEqualTo("α β γ δ θ μ ν ρ");
    }

    @Test
    void wordsThatOnlyHaveOneWithinStayAsTheyAre() {
        assertThat(Words.said("risk-pi nubile status mu2", Map.of())).isEqualTo("risk-pi nubile status mu2");
    }

    @Test
    void theLongestWordIsReplacedAndNotLookedAtAgain() {
        Map<String, String> words = Map.of("density", "m", "initial density", "density at first", "m", "mass");
        assertThat(Words.said("initial density and density of m", words)).isEqualTo("density at first and m of mass");
    }

    @Test
    void raisedDigitsAreSmallerOnesThatEveryFaceHas() {
        assertThat(TextRun.of("10⁻¹² m₀")).extracting(TextRun::text).containsExactly("10", "−12", " m", "0");
        assertThat(TextRun.of("10⁻¹² m₀"))
                .extracting(run -> Math.signum(run.rise()))
                .containsExactly(0.0, 1.0, 0.0, -1.0);
    }
}
