package org.mfg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "-1.5e-3, -0.0015", "+.5, 0.5", "5., 5", "1E+2, 100", "-Infinity, -Infinity"})
    void numbersOfEveryLanguageAreRead(String text, double value) {
        assertThat(Decimal.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1d", "1f", "1D", "0x1p3", "0x10", "1_000", "", " 1", "1e", "e1", ".", "1,5", "--1", "nan", "\u0661"
            })
    void whatOnlyJavaReadsIsNoNumber(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
