package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsFigureTest {
    private static final double NONE = Double.NaN;

    private static RecordingCanvas draw(Cells.Side x) {
        double[][] values = {{1, 2, NONE}, {3, 4, 5}};
        Cells.Side y = new Cells.Side("lambda", List.of("1", "2"), new double[0]);
        return RecordingCanvas.of(CellsFigure.of(Style.HOUSE, new Cells(x, y, "cost", values)));
    }

    /** From 0.01 and 0.1 to 100 the logarithms are -2, -1, 2: the cells are 1, 2 and 3 parts of 6 wide. */
    @Test
    void cellsOfALogarithmicAxisAreAsWideAsTheirValuesAreApart() {
        RecordingCanvas canvas =
                draw(new Cells.Side("viscosity", List.of("0.01", "0.1", "100"), new double[] {-2, -1, 2}));
        BufferedImage image = canvas.images.get(0).image();
        int lowest = image.getHeight() - 1;
        int first = image.getRGB(0, lowest);
        int[] widths = new int[3];
        for (int i = 0; i < image.getWidth(); i++) {
            int rgb = image.getRGB(i, lowest);
            widths[rgb == first ? 0 : (rgb & 0xffffff) == Style.MISSING ? 2 : 1]++;
        }
        assertThat(widths).containsExactly(150, 300, 450);
        assertThat(canvas.texts.stream().map(RecordingCanvas.Text::text)).contains("10⁻²", "10⁰", "10²");
    }

    @Test
    void otherwiseAllAreEquallyWideAndNamed() {
        RecordingCanvas canvas = draw(new Cells.Side("game", List.of("a", "b", "c"), new double[0]));
        assertThat(canvas.texts.stream().map(RecordingCanvas.Text::text)).contains("a", "b", "c");
        assertThat(canvas.images.get(0).image().getWidth()).isEqualTo(900);
    }
}
