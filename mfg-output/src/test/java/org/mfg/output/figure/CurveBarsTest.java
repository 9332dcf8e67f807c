package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveBarsTest {
    private static final float THIN = 0.8f;

    /** Lengths of the thin lines in the colour of the first curve. */
    private static List<Double> heights(Curve curve, boolean isLogY) {
        List<Double> heights = new ArrayList<>();
        RecordingCanvas.of(CurvesFigure.of(Style.HOUSE, "x", "y", List.of(curve), false, isLogY)).strokes.stream()
                .filter(stroke -> stroke.pen().width() == THIN && stroke.pen().rgb() == 0x0072b2)
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
        return heights;
    }

    /** A point without a bar has none. */
    @Test
    void barsOfALineAreAsHighAsErrors() {
        double[] bars = {0.5, Double.NaN, 0.25};
        List<Double> heights =
                heights(new Curve("c", new double[] {0, 1, 2}, new double[] {1, 3, 2}, bars, false), false);

        assertThat(heights).hasSize(2);
        assertThat(heights.get(0)).isPositive().isCloseTo(2 * heights.get(1), within(1e-9));
    }

    /** From 1 to 3 is as far as from 10 to 30; from less than 0 to the lower end of the axis. */
    @Test
    void onALogarithmicAxisTheyEndAtTheirLogarithms() {
        double[] bars = {1, 10, 2};
        List<Double> heights =
                heights(new Curve("c", new double[] {0, 1, 2}, new double[] {2, 20, 1}, bars, false), true);

        assertThat(heights).hasSize(3);
        assertThat(heights.get(0)).isPositive().isCloseTo(heights.get(1), within(1e-9));
        assertThat(heights.get(2)).isPositive();
    }
}
