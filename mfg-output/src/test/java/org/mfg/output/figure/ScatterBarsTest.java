package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterBarsTest {

    /** Bars of errors e1 = 2 e2 are twice as high, and those of a point that is missing are not there. */
    @Test
    void barsAreAsHighAsErrors() {
        double[] y = {1, 3, Double.NaN};
        Scatter scatter = new Scatter("", "x", "y", new double[] {0, 1, 2}, y, new double[] {0.5, 0.25, 1}, List.of());
        List<Double> heights = new ArrayList<>();
        RecordingCanvas.of(ScatterFigure.of(Style.HOUSE, List.of(scatter))).strokes.stream()
                .filter(stroke -> stroke.pen().rgb() == 0x0072b2)
                .forEach(stroke -> {
                    double[] p = new double[6];
                    double from = 0;
                    for (PathIterator i = stroke.line().getPathIterator(null); !i.isDone(); i.next()) {
                        if (i.currentSegment(p) == PathIterator.SEG_MOVETO) {
                            from = p[1];
                        } else {
                            heights.add(Math.abs(p[1] - from));
                        }
                    }
                });
        assertThat(heights).hasSize(2);
        assertThat(heights.get(0)).isPositive().isCloseTo(2 * heights.get(1), within(1e-9));
    }
}
