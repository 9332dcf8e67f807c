package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.output.figure.Style.Format;
import org.mfg.output.figure.Style.Limits;

class StyleTest {
    private static final Style PAPER = Style.HOUSE
            .withPrint(8.6, Typeface.serif(), 8, 1)
            .withWords(Map.of("position x", "wealth λ", "density", "crowd"));

    @TempDir
    Path folder;

    private Path draw(Style style, Figure figure, Format format) throws IOException {
        Equilibrium e = Samples.walk(20, 20);
        Figures.write(folder, style, Samples.game(e), e, EnumSet.of(figure));
        return folder.resolve(figure.stem() + PictureWriter.ending(format));
    }

    @Test
    void everyFormatHasTheWidthThatIsAskedFor() throws IOException {
        BufferedImage png = ImageIO.read(draw(PAPER, Figure.SLICES, Format.PNG).toFile());
        assertThat(png.getWidth() / 200.0).isEqualTo(8.6, within(0.02));
        assertThat(Files.readString(folder.resolve("slices.svg"))).containsPattern("width=\"8\\.(59|6|61)cm\"");
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("slices.pdf").toFile())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth() / 72 * 2.54).isEqualTo(8.6, within(0.02));
        }
    }

    @Test
    void aPdfHasItsTextAsTextInCharactersThatItBrings() throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(draw(PAPER, Figure.DENSITY_HEATMAP, Format.PDF).toFile())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("wealthλ", "crowdm(t,x)", "0.8");
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.getName()).contains("CMU");
                assertThat(font.isEmbedded()).isTrue();
            }
        }
    }

    /** A state of agents may have a name in any script. */
    @Test
    void charactersThatTheFaceLacksAreTheMachinesInPixelsAndQuestionMarksInPdf() throws IOException {
        Style style = PAPER.withWords(Map.of("position x", "位置 x"));
        try (PDDocument pdf = Loader.loadPDF(draw(style, Figure.DATA, Format.PDF).toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("?? x");
        }
        assertThat(Samples.drawing(folder.resolve("data.svg"))).contains("位置 x");
        assertThat(Typeface.serif().font(8, "位置").getFamily()).isNotEqualTo(Typeface.serif().font(8, "x").getFamily());
    }

    @Test
    void theSamePictureIsTheSamePdf() throws IOException {
        byte[] first = Files.readAllBytes(draw(PAPER, Figure.DENSITY_3D, Format.PDF));
        assertThat(draw(PAPER, Figure.DENSITY_3D, Format.PDF)).hasBinaryContent(first);
    }

    @Test
    void aPdfLooksAsThePng() throws IOException {
        Path png = draw(PAPER, Figure.DENSITY_HEATMAP, Format.PNG);
        BufferedImage pixels = ImageIO.read(png.toFile());
        try (PDDocument pdf =
                Loader.loadPDF(folder.resolve("density-heatmap.pdf").toFile())) {
            BufferedImage painted = new PDFRenderer(pdf).renderImageWithDPI(0, 508);
            double difference = 0;
            int width = Math.min(pixels.getWidth(), painted.getWidth());
            int height = Math.min(pixels.getHeight(), painted.getHeight());
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    difference += Math.abs((pixels.getRGB(x, y) & 0xff) - (painted.getRGB(x, y) & 0xff));
                }
            }
            assertThat(difference / width / height)
                    .as("mean difference of blue, of 255")
                    .isLessThan(3);
        }
    }

    @Test
    void onlyTheFormatsAskedForAreWritten() throws IOException {
        draw(PAPER.withFormats(Set.of(Format.PDF)), Figure.DATA, Format.PDF);
        assertThat(folder.toFile().list()).containsExactly("data.pdf");
    }

    @Test
    void coloursEndAtTheirLimits() {
        Style style = Style.HOUSE.withColors(ColorMap.GREY, Map.of("density", new Limits(0, 8)));
        RecordingCanvas canvas =
                RecordingCanvas.of(HeatMapFigure.of(style, SpaceTimeField.density(Samples.walk(20, 20)), false));
        assertThat(canvas.texts.stream().map(RecordingCanvas.Text::text)).contains("8");
    }

    @Test
    void aWidthInWhichLabelsWouldOverlapIsRefused() {
        assertThatThrownBy(() -> PAPER.withPrint(3, Typeface.serif(), 8, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("width must be >= 4.8 cm for a font of this size, was 3.0 cm");
    }

    @Test
    void aSolveWithoutAnEquilibriumSaysSoInItsFigures() throws IOException {
        Equilibrium found = Samples.walk(20, 20);
        Equilibrium e = new Equilibrium(
                found.game(), found.space(), found.time(), found.u(), found.m(), Status.STALLED, "", found.history());
        Figures.write(folder, Samples.game(e), e, Figure.SLICES);
        assertThat(Samples.drawing(folder.resolve("slices.svg"))).contains("no equilibrium: stalled after");
    }
}
