package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisModesTest {
    private static final double H = 0.3;

    /** -Δ_h of the values, with half a cell at each wall. */
    private static double[] laplacian(double[] v, boolean isPeriodic) {
        int n = v.length;
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            double below = i > 0 ? v[i - 1] : isPeriodic ? v[n - 1] : v[1];
            double above = i < n - 1 ? v[i + 1] : isPeriodic ? v[0] : v[n - 2];
            out[i] = (2 * v[i] - below - above) / (H * H);
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8, 11})
    void diagonaliseTheSecondDifferenceAndComeBack(int n) {
        for (boolean isPeriodic : new boolean[] {false, true}) {
            AxisModes modes = isPeriodic ? AxisModes.periodic(n, H) : AxisModes.betweenWalls(n, H);
            double[] values = new Random(n).doubles(n).toArray();
            double[] coefficients = new double[n];
            double[] ofLaplacian = new double[n];
            double[] back = new double[n];
            modes.analyse(values, 0, 1, 1, coefficients);
            modes.analyse(laplacian(values, isPeriodic), 0, 1, 1, ofLaplacian);
            modes.synthesise(coefficients, 0, 1, 1, back);

            for (int k = 0; k < n; k++) {
                assertThat(back[k]).isCloseTo(values[k], within(1e-13));
                assertThat(ofLaplacian[k]).isCloseTo(modes.eigenvalue(k) * coefficients[k], within(1e-12 / (H * H)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void rowsBesideEachOtherAreTransformedAsThoseAlone(int inner) {
        int n = 6;
        AxisModes modes = AxisModes.betweenWalls(n, H);
        double[] values = new Random(1).doubles(2L * n * inner).toArray();
        double[] together = new double[values.length];
        modes.analyse(values, 0, 1, inner, together);
        modes.analyse(values, 1, 2, inner, together);

        double[] line = new double[n];
        double[] alone = new double[n];
        for (int block = 0; block < 2; block++) {
            for (int r = 0; r < inner; r++) {
                for (int i = 0; i < n; i++) {
                    line[i] = values[(block * n + i) * inner + r];
                }
                modes.analyse(line, 0, 1, 1, alone);
                for (int k = 0; k < n; k++) {
                    assertThat(together[(block * n + k) * inner + r]).isCloseTo(alone[k], within(1e-14));
                }
            }
        }
    }
}
