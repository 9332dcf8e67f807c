package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorMapTest {
    @Test
    void luminanceRisesAllTheWay() {
        double before = -1;
        for (int k = 0; k <= 100; k++) {
            double luminance = luminance(ColorMap.VIRIDIS.rgb(k / 100.0));
            assertThat(luminance).isGreaterThan(before);
            before = luminance;
        }
    }

    @Test
    void endsAreTheKnownOnesAndPositionsOutsideAreMovedThere() {
        assertThat(ColorMap.VIRIDIS.rgb(0)).isEqualTo(ColorMap.VIRIDIS.rgb(-3)).isEqualTo(0x440154);
        assertThat(ColorMap.VIRIDIS.rgb(1)).isEqualTo(ColorMap.VIRIDIS.rgb(7)).isEqualTo(0xfde725);
    }

    /** The relative luminance of an sRGB colour (IEC 61966-2-1). */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
