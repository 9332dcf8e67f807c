package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.junit.jupiter.api.Test;

class ContoursTest {
    @Test
    void theLevelLinesOfALinearFunctionAreExact() {
        SpaceTimeField plane =
                SpaceTimeField.value(Samples.of(7, 5, (t, x) -> 1, (t, x) -> 2 * t - x, Samples.quadraticHistory()));
        Path2D line = Contours.of(plane.t(), plane.x(), plane.values(), new double[] {0.7});
        double[] p = new double[6];
        int points = 0;
        for (PathIterator i = line.getPathIterator(null); !i.isDone(); i.next()) {
            i.currentSegment(p);
            assertThat(2 * p[0] - p[1]).isCloseTo(0.7, within(1e-12));
            points++;
        }
        assertThat(points).isGreaterThan(10);
    }

    @Test
    void aLevelThatIsNotReachedHasNoLine() {
        SpaceTimeField field = SpaceTimeField.value(Samples.walk(9, 9));
        assertThat(Contours.of(field.t(), field.x(), field.values(), new double[] {-1, 99})
                        .getCurrentPoint())
                .isNull();
    }
}
