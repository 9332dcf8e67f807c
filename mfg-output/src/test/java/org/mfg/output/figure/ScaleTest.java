package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Property
    void coversItsValuesWithAHandfulOfTicks(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double a,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double b) {
        Scale scale = Scale.covering(new double[] {a, b, Double.NaN}, 5);
        double slack = 1e-6 * scale.step();
        assertThat(scale.lower()).isLessThanOrEqualTo(Math.min(a, b) + slack);
        assertThat(scale.upper()).isGreaterThanOrEqualTo(Math.max(a, b) - slack);
        assertThat(scale.ticks()).hasSizeBetween(3, 10);
        assertThat(Arrays.stream(scale.ticks()).mapToObj(scale::format)).doesNotHaveDuplicates();
    }

    @Test
    void ticksAreWrittenWithTheDigitsTheirStepNeeds() {
        assertThat(written(0, 1)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(written(-20, 30)).containsExactly("−20", "−10", "0", "10", "20", "30");
        assertThat(written(0, 2.5e-7)).containsExactly("0", "0.5·10⁻⁷", "1.0·10⁻⁷", "1.5·10⁻⁷", "2.0·10⁻⁷", "2.5·10⁻⁷");
        assertThat(written(0, 300_000))
                .containsExactly("0", "0.5·10⁵", "1.0·10⁵", "1.5·10⁵", "2.0·10⁵", "2.5·10⁵", "3.0·10⁵");
    }

    @Test
    void aConstantIsInTheMiddle() {
        assertThat(Scale.covering(new double[] {4, 4}, 5).position(4)).isCloseTo(0.5, within(1e-12));
        assertThat(Scale.covering(new double[] {0}, 5).position(0)).isCloseTo(0.5, within(1e-12));
    }

    private static String[] written(double lower, double upper) {
        Scale scale = Scale.covering(new double[] {lower, upper}, 5);
        return Arrays.stream(scale.ticks()).mapToObj(scale::format).toArray(String[]::new);
    }
}
