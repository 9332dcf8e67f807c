package org.mfg.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {

    @Test
    void theMessageIsOneLineWhateverWasGivenAndWherever() {
        InvalidInputException e = InvalidInputException.of("name", "be a word", "a\nb\r\tc\u2028\u001b[2J\u202e\0")
                .at("x\n.yaml:3");

        assertThat(e)
                .hasMessage("name must be a word, was a\\nb\\u000d\\tc\\u2028\\u001b[2J\\u202e\\u0000 (x\\n.yaml:3)");
    }

    @Test
    void lettersOfEveryScriptStay() {
        assertThat(InvalidInputException.of("name", "be a word", "größe λ 数 𝒜"))
                .hasMessage("name must be a word, was größe λ 数 𝒜");
    }

    @Test
    void whatIsLongIsCutInTheMiddleAndThePlaceStays() {
        InvalidInputException e = InvalidInputException.of("n", "be short", "a".repeat(5000) + "z")
                .at("game.yaml:7");

        assertThat(e.getMessage())
                .startsWith("n must be short, was aaa")
                .contains(" ... aaa")
                .endsWith("az (game.yaml:7)")
                .hasSizeLessThan(220);
    }
}
