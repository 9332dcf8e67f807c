package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkovChainTest {

    /** In a chain of neighbours masses balance link by link: m_{i+1}/m_i = up_i/down_{i+1}. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 1e-8, 1e8})
    void massesOfABirthAndDeathChainAreAGeometricSeriesToRoundOff(double ratio) {
        int n = 30;
        int[][] neighbour = line(n);
        StencilMatrix s = new StencilMatrix(n, 2);
        for (int i = 0; i < n; i++) {
            s.off[0][i] = i > 0 ? -1 : 0;
            s.off[1][i] = i < n - 1 ? -ratio : 0;
            s.diagonal[i] = 1 - s.off[0][i] - s.off[1][i];
        }
        double[] m = new double[n];
        assertThat(new MarkovChain(n, 1).stationaryMasses(s, neighbour, new boolean[n], m))
                .isTrue();
        double sum = m[0];
        for (int i = 1; i < n; i++) {
            if (m[i - 1] > 1e-290 && m[i] > 1e-290) {
                assertThat(m[i] / m[i - 1]).isCloseTo(ratio, within(1e-14 * ratio));
            }
            sum += m[i];
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
    }

    @Test
    void inAndOutOfEveryStateFlowTheSame() {
        int n = 40;
        int states = 2;
        int[][] neighbour = new int[4][n];
        StencilMatrix s = new StencilMatrix(n, 4);
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            int[] to = {i - states, i + states, i % states == 0 ? -1 : i - 1, i % states == states - 1 ? n : i + 1};
            for (int side = 0; side < 4; side++) {
                boolean isLinked = to[side] >= 0 && to[side] < n;
                neighbour[side][i] = isLinked ? to[side] : i;
                s.off[side][i] = isLinked ? -Math.pow(10, 6 * random.nextDouble() - 3) : 0;
            }
        }
        double[] m = new double[n];
        assertThat(new MarkovChain(n, states).stationaryMasses(s, neighbour, new boolean[n], m))
                .isTrue();
        double[] in = new double[n];
        double[] out = new double[n];
        for (int side = 0; side < 4; side++) {
            for (int i = 0; i < n; i++) {
                in[neighbour[side][i]] -= s.off[side][i] * m[i];
                out[i] -= s.off[side][i] * m[i];
            }
        }
        for (int i = 0; i < n; i++) {
            assertThat(in[i]).isCloseTo(out[i], within(1e-13 * out[i]));
        }
    }

    @Test
    void aChainWithoutAWayBackHasNoMasses() {
        StencilMatrix s = new StencilMatrix(4, 2);
        for (int i = 0; i < 3; i++) {
            s.off[1][i] = -1;
        }
        assertThat(new MarkovChain(4, 1).stationaryMasses(s, line(4), new boolean[4], new double[4]))
                .isFalse();
    }

    @Test
    void whatIsExcludedHasNoMass() {
        StencilMatrix s = new StencilMatrix(5, 2);
        int[][] neighbour = line(5);
        boolean[] wall = {true, false, false, false, true};
        for (int i = 1; i < 4; i++) {
            s.off[0][i] = i > 1 ? -2 : 0;
            s.off[1][i] = i < 3 ? -1 : 0;
        }
        double[] m = new double[5];
        assertThat(new MarkovChain(5, 1).stationaryMasses(s, neighbour, wall, m))
                .isTrue();
        assertThat(m).containsExactly(new double[] {0, 4 / 7.0, 2 / 7.0, 1 / 7.0, 0}, within(1e-15));
    }

    private static int[][] line(int n) {
        int[][] neighbour = new int[2][n];
        for (int i = 0; i < n; i++) {
            neighbour[0][i] = Math.max(0, i - 1);
            neighbour[1][i] = Math.min(n - 1, i + 1);
        }
        return neighbour;
    }
}
