package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {
    /** Ten by ten units for x and y from 0 to 1, y upwards. */
    private static final Panel PANEL = Panel.around(
            new Rectangle2D.Double(0, 0, 10, 10),
            Axis.linear("x", new Scale(0, 1, 1)),
            Axis.linear("y", new Scale(0, 1, 1)));

    private static List<String> points(double[] x, double[] y) {
        Path2D line = PANEL.line(x, y);
        List<String> points = new ArrayList<>();
        double[] p = new double[6];
        for (PathIterator i = line.getPathIterator(null); !i.isDone(); i.next()) {
            points.add((i.currentSegment(p) == PathIterator.SEG_MOVETO ? "from " : "to ")
                    + Math.round(100 * p[0]) / 100.0 + " " + Math.round(100 * p[1]) / 100.0);
        }
        return points;
    }

    @Test
    void aLineEndsWhereItLeavesThePanelAndBeginsWhereItComesBack() {
        assertThat(points(new double[] {0, 0.5, 1}, new double[] {0, 2, 0}))
                .containsExactly("from 0.0 10.0", "to 2.5 0.0", "from 7.5 0.0", "to 10.0 10.0");
        assertThat(points(new double[] {0, 1}, new double[] {-1, 2})).containsExactly("from 3.33 10.0", "to 6.67 0.0");
        assertThat(points(new double[] {0, 0.5, 1}, new double[] {2, 3, 2})).isEmpty();
    }

    @Test
    void whatCannotBeDrawnIsAGap() {
        assertThat(points(new double[] {0, 0.2, 0.4, 0.6}, new double[] {0, 0.5, Double.NaN, 1}))
                .containsExactly("from 0.0 10.0", "to 2.0 5.0", "from 6.0 0.0");
    }

    @Test
    void aLineAlongTheBorderIsInside() {
        assertThat(points(new double[] {0, 1}, new double[] {0, 0})).hasSize(2);
        assertThat(points(new double[] {0, 1}, new double[] {1 + 1e-12, 1 + 1e-12}))
                .hasSize(2);
    }
}
