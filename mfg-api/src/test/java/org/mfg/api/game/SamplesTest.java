package org.mfg.api.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;

class SamplesTest {
    private static final Domain PLANE = Domain.of(Axis.noFlux("x", 0, 2), Axis.periodic("y", 0, 1));

    /** Of 1 + 2t + 3x + 4tx every coefficient is 1 in each variable alone: multilinear interpolation has no error. */
    @Test
    void multilinearFunctionsAreExactOnUnevenNodesInTimeAndSpace() {
        Domain line = Domain.interval(0, 2);
        double[] t = {0, 0.3, 1};
        double[] x = {0, 0.1, 1.5, 2};
        double[] values = new double[12];
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 4; i++) {
                values[4 * j + i] = 1 + 2 * t[j] + 3 * x[i] + 4 * t[j] * x[i];
            }
        }
        SpaceTimeSamples samples = SpaceTimeSamples.of(line, t, List.of(x), values);

        for (double s : new double[] {0, 0.2, 0.3, 0.99, 1}) {
            for (double y : new double[] {0, 0.05, 0.1, 1.7, 2}) {
                assertThat(samples.at(s, new double[] {y})).isEqualTo(1 + 2 * s + 3 * y + 4 * s * y, within(1e-14));
            }
        }
        assertThat(samples.at(7, new double[] {1})).isEqualTo(samples.at(1, new double[] {1}));
    }

    @Test
    void theErrorOfSmoothDataIsOfSecondOrder() {
        double ratio = error(10) / error(20);

        assertThat(ratio).isEqualTo(4, within(0.3));
    }

    private static double error(int n) {
        double[] values = new double[(n + 1) * n];
        for (int i = 0; i <= n; i++) {
            for (int k = 0; k < n; k++) {
                values[i * n + k] = exact(2.0 * i / n, (double) k / n);
            }
        }
        SpaceSamples samples = SpaceSamples.of(PLANE, values, n + 1, n);
        double worst = 0;
        for (double x = 0; x <= 2; x += 0.0137) {
            for (double y = -1; y <= 2; y += 0.0171) {
                worst = Math.max(worst, Math.abs(samples.at(new double[] {x, y}) - exact(x, y)));
            }
        }
        return worst;
    }

    private static double exact(double x, double y) {
        return Math.sin(x) * Math.cos(2 * Math.PI * y);
    }

    /** On a ring from 1 to 3 with nodes at 1.5, 2 and 2.7, the last cell goes over the seam, from 2.7 to 3.5. */
    @Test
    void dataOnARingAreInterpolatedOverItsSeam() {
        Domain ring = Domain.of(Axis.periodic("x", 1, 3));
        SpaceSamples samples = SpaceSamples.of(ring, List.of(new double[] {1.5, 2, 2.7}), new double[] {0, 1, 4});
        double[][] expected = {{1.75, 0.5}, {2.35, 2.5}, {2.7, 4}, {2.9, 3}, {3.1, 2}, {1.1, 2}, {-0.9, 2}, {7.1, 2}};
        for (double[] point : expected) {
            assertThat(samples.at(new double[] {point[0]}))
                    .as("x = " + point[0])
                    .isEqualTo(point[1], within(1e-12));
        }
        for (double[] outside : new double[][] {{0.9, 2}, {1, 3.1}}) {
            assertThatThrownBy(() -> SpaceSamples.of(ring, List.of(outside), new double[2]))
                    .hasMessageContaining("x of the data must lie in the axis, [1.0, 3.0]");
        }
    }

    /** Rounding at the ends is no gap. */
    @Test
    void dataReachFromEndToEndUpToRounding() {
        Domain line = Domain.interval(1, 3);
        List<double[]> rounded = List.of(new double[] {1 + 1e-15, 3 - 1e-15});
        assertThat(SpaceSamples.of(line, rounded, new double[] {2, 4}).at(new double[] {1}))
                .isEqualTo(2);
        for (double[] gap : new double[][] {{1.01, 3}, {1, 2.99}}) {
            assertThatThrownBy(() -> SpaceSamples.of(line, List.of(gap), new double[2]))
                    .hasMessageContaining("go over the whole of the axis");
        }
    }

    @Test
    void aWrongValueInThePlaneIsToldByItsNode() {
        double[] values = new double[9];
        values[5] = Double.NaN;
        assertThatThrownBy(() -> SpaceSamples.of(PLANE, values, 3, 3)).hasMessageContaining("node [1, 2]");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refuses(new double[] {0, 1, 1, 2}, 1, "x of the data must be finite and increase, was 1.0 at number 2");
        refuses(
                new double[] {0, 1, Double.NaN, 2},
                1,
                "x of the data must be finite and increase, was NaN at number 2");
        refuses(
                new double[] {0, 0.5, 1},
                1,
                "x of the data must go over the whole of the axis, [0.0, 2.0], was [0.0, 1.0]");
        refuses(new double[] {0, 1, 2}, 1, "data must have a value for each of 3 nodes, was 4 values");
        refuses(new double[] {0, 0.5, 1, 2}, Double.NaN, "data must be finite everywhere, was NaN at node [2]");
        assertThatThrownBy(() -> SpaceSamples.of(PLANE, List.of(new double[] {0, 2}), new double[2]))
                .hasMessage("data must have coordinates for each of the 2 axes, was 1");
    }

    private static void refuses(double[] x, double value, String message) {
        assertThatThrownBy(() -> SpaceSamples.of(Domain.interval(0, 2), List.of(x), new double[] {1, 1, value, 1}))
                .hasMessage(message);
    }
}
