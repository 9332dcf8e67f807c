package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.w3c.dom.Element;

class DensityAnimationTest {
    private static Equilibrium crowd(int steps) {
        return PlaneSamples.on(PlaneSamples.box(1, 1), steps, PlaneSamples::crowd, PlaneSamples::bowl, 33);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 25", "40, 41, 12", "64, 65, 7", "100, 51, 9", "257, 53, 9"})
    void framesAreEquallyFarApartAndTheWholeTakesAboutFiveSeconds(int steps, int frames, int hundredths)
            throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(
                new ByteArrayInputStream(DensityAnimation.of(Style.HOUSE, crowd(steps))))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(frames);
            for (int k = 0; k < frames; k++) {
                int expected = k == frames - 1 ? 120 : hundredths;
                assertThat(delay(reader.getImageMetadata(k))).isEqualTo(expected);
            }
        }
    }

    private static int delay(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        Element control =
                (Element) root.getElementsByTagName("GraphicControlExtension").item(0);
        return Integer.parseInt(control.getAttribute("delayTime"));
    }

    @Test
    void playsForEverAndStaysBelowFourMegabytes() throws IOException {
        byte[] gif = DensityAnimation.of(Style.HOUSE, crowd(64));

        String text = new String(gif, StandardCharsets.ISO_8859_1);
        // The Netscape extension: a block of three bytes, the first of them 1, then the number of rounds, 0 for no end.
        assertThat(text).startsWith("GIF89a").contains("NETSCAPE2.0\3\1\0\0");
        assertThat(gif.length).isLessThan(4_000_000);
    }

    @Test
    void theFirstFrameIsThePaletteOfViridisOnAWhitePageOfTheDomainsProportions() throws IOException {
        Equilibrium wide = PlaneSamples.on(PlaneSamples.box(4, 1), 4, (t, x, y) -> 1, (t, x, y) -> 0, 9);
        BufferedImage frame = ImageIO.read(new ByteArrayInputStream(DensityAnimation.of(Style.HOUSE, wide)));

        assertThat(frame.getWidth()).isEqualTo(480);
        assertThat(frame.getHeight()).isLessThan(240);
        assertThat(frame.getRGB(0, 0)).isEqualTo(0xffffffff);
        // 1 on the scale from 0.5 to 1.5; a palette of 200 colours is within one step of the exact one.
        int exact = ColorMap.VIRIDIS.rgb(Math.sqrt(0.5));
        int drawn = frame.getRGB(200, frame.getHeight() / 3);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(Math.abs((exact >> shift & 0xff) - (drawn >> shift & 0xff)))
                    .isLessThan(3);
        }
    }
}
