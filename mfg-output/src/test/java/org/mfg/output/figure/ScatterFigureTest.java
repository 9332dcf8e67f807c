package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterFigureTest {
    private static List<String> texts(double... x) {
        double[] y = new double[x.length];
        return RecordingCanvas.of(ScatterFigure.of(Style.HOUSE, List.of(new Scatter("t", "y", x, y, List.of()))))
                .texts
                .stream()
                .map(RecordingCanvas.Text::text)
                .toList();
    }

    /** An axis of no width has no ticks that differ: it is widened around its place, also around one that rounding has blurred. */
    @Test
    void pointsAtOnePlaceAreInTheMiddleOfAnAxis() {
        assertThat(texts(0.5, 0.5)).contains("0.49", "0.50", "0.51");
        assertThat(texts(0.3, 0.1 + 0.2)).contains("0.295", "0.300", "0.305");
        assertThat(texts(2000)).contains("1980", "2000", "2020");
        assertThat(texts(1e-12, 2e-12)).contains("1.0·10⁻¹²", "2.0·10⁻¹²");
        assertThat(texts(0)).contains("−0.02", "0", "0.02");
    }
}
