package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.NumericalFailureException;

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
        assertThat(masses(n, 1, s, neighbour, new boolean[n], m)).isEqualTo(1);
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
        flowsBalance(random -> -Math.pow(10, 6 * random.nextDouble() - 3));
    }

    /** Central differences have such rates, where drift outweighs diffusion a little. */
    @Test
    void theyDoSoWhereSomeRatesAreALittleNegativeToo() {
        flowsBalance(random -> 0.05 - random.nextDouble());
    }

    private static void flowsBalance(ToDoubleFunction<Random> minusRate) {
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
                s.off[side][i] = isLinked ? minusRate.applyAsDouble(random) : 0;
            }
        }
        double[] m = new double[n];
        assertThat(masses(n, states, s, neighbour, new boolean[n], m)).isEqualTo(1);
        double[] in = new double[n];
        double[] out = new double[n];
        for (int side = 0; side < 4; side++) {
            for (int i = 0; i < n; i++) {
                in[neighbour[side][i]] -= s.off[side][i] * m[i];
                out[i] -= s.off[side][i] * m[i];
            }
        }
        for (int i = 0; i < n; i++) {
            assertThat(in[i]).isCloseTo(out[i], within(1e-13 * Math.abs(out[i])));
        }
    }

    /** 0 -> 1 -> 2 -> 3: everything ends at 3. */
    @Test
    void statesOfNoReturnHaveNoMassAtAll() {
        StencilMatrix s = new StencilMatrix(4, 2);
        for (int i = 0; i < 3; i++) {
            s.off[1][i] = -1;
        }
        double[] m = new double[4];
        assertThat(masses(4, 1, s, line(4), new boolean[4], m)).isEqualTo(1);
        assertThat(m).containsExactly(0, 0, 0, 1);
    }

    /** 0 -> 1 <-> 2 <-> 3 <- 4, the class in the middle: up at rate 2, down at rate 1. */
    @Test
    void massesOfTheRecurrentClassAreThoseOfTheClassAlone() {
        StencilMatrix s = new StencilMatrix(5, 2);
        s.off[1][0] = -7;
        s.off[1][1] = -2;
        s.off[1][2] = -2;
        s.off[0][2] = -1;
        s.off[0][3] = -1;
        s.off[0][4] = -1e-3;
        double[] m = new double[5];
        assertThat(masses(5, 1, s, line(5), new boolean[5], m)).isEqualTo(1);
        assertThat(m).containsExactly(new double[] {0, 1 / 7.0, 2 / 7.0, 4 / 7.0, 0}, within(1e-15));
        assertThat(m[0]).isZero();
        assertThat(m[4]).isZero();
    }

    /** 0 <-> 1 <- 2 -> 3 <-> 4. */
    @Test
    void twoRecurrentClassesAreToldApart() {
        StencilMatrix s = new StencilMatrix(5, 2);
        s.off[1][0] = -1;
        s.off[0][1] = -1;
        s.off[0][2] = -1;
        s.off[1][2] = -1;
        s.off[1][3] = -1;
        s.off[0][4] = -1;
        MarkovChain chain = new MarkovChain(5, 1);
        assertThat(chain.stationaryMasses(s, line(5), new double[2][5], new boolean[5], new double[5]))
                .isEqualTo(2);
        RecurrentClasses classes = chain.classes();
        assertThat(classes.of(0)).isEqualTo(classes.of(1)).isNotNegative();
        assertThat(classes.of(2)).isEqualTo(RecurrentClasses.NONE);
        assertThat(classes.of(3)).isEqualTo(classes.of(4)).isNotNegative().isNotEqualTo(classes.of(0));
    }

    /** 0 <-> 1 -> 2 <-> 3 where the rate from 1 to 2 is what a difference of numbers like 1 leaves of 0. */
    @Test
    void aRateThatMayBeRoundingJoinsNoClassesUnlessItIsGivenAsItIs() {
        StencilMatrix s = new StencilMatrix(4, 2);
        s.off[1][0] = -1;
        s.off[0][1] = -1;
        s.off[1][1] = -2e-16;
        s.off[0][2] = 0;
        s.off[1][2] = -1;
        s.off[0][3] = -1;
        double[] m = new double[4];
        assertThat(masses(4, 1, s, line(4), new boolean[4], m)).isEqualTo(2);

        double[][] certain = new double[2][4];
        certain[1][1] = 2e-16;
        assertThat(new MarkovChain(4, 1).stationaryMasses(s, line(4), certain, new boolean[4], m))
                .isEqualTo(1);
        assertThat(m).containsExactly(new double[] {0, 0, 0.5, 0.5}, within(1e-16));
    }

    /** Where one class is beyond doubt, what it reaches by rounding has the mass of rounding. */
    @Test
    void aDoubtfulRateOutOfTheOneClassMovesNoMoreThanItsOwnSize() {
        StencilMatrix s = new StencilMatrix(3, 2);
        s.off[1][0] = -1;
        s.off[0][1] = -1;
        s.off[1][1] = -1e-15;
        s.off[0][2] = -0.25;
        double[] m = new double[3];
        assertThat(masses(3, 1, s, line(3), new boolean[3], m)).isEqualTo(1);
        assertThat(m[2]).as("in at 1e-15, out at 0.25").isCloseTo(2e-15, within(1e-17));
        assertThat(m[0]).isCloseTo(0.5, within(1e-14));
    }

    /** Two states further on, both reached by doubtful rates alone: 0 <-> 1 -> 2 <-> 3. */
    @Test
    void whatIsReachedByDoubtfulRatesIsFollowedToItsEnd() {
        StencilMatrix s = new StencilMatrix(4, 2);
        s.off[1][0] = -1;
        s.off[0][1] = -1;
        s.off[1][1] = -1e-15;
        s.off[0][2] = -0.25;
        s.off[1][2] = -1e-14;
        s.off[0][3] = -0.5;
        double[] m = new double[4];
        assertThat(masses(4, 1, s, line(4), new boolean[4], m)).isEqualTo(1);
        assertThat(m[2]).isCloseTo(2e-15, within(1e-17));
        assertThat(m[3]).isCloseTo(4e-29, within(1e-30));
    }

    /** What is doubtful is so against the largest rate, whatever the unit of time. */
    @Test
    void classesDoNotDependOnTheUnitOfTime() {
        for (double unit : new double[] {1e-9, 1, 1e9}) {
            StencilMatrix s = new StencilMatrix(4, 2);
            s.off[1][0] = -unit;
            s.off[0][1] = -unit;
            s.off[1][1] = -1e-13 * unit;
            s.off[1][2] = -unit;
            s.off[0][3] = -unit;
            assertThat(masses(4, 1, s, line(4), new boolean[4], new double[4])).isEqualTo(2);
            s.off[1][1] = -1e-11 * unit;
            assertThat(masses(4, 1, s, line(4), new boolean[4], new double[4])).isEqualTo(1);
        }
    }

    @Test
    void aChainMayBeUsedAgainForOtherRatesAndOverOtherMasses() {
        MarkovChain chain = new MarkovChain(3, 1);
        double[] m = {7, 7, 7};
        StencilMatrix s = new StencilMatrix(3, 2);
        s.off[1][0] = -1;
        s.off[0][1] = -1;
        s.off[1][1] = -1;
        s.off[0][2] = -1;
        chain.stationaryMasses(s, line(3), new double[2][3], new boolean[3], m);
        assertThat(m).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        // Now 0 -> 1 <-> 2.
        s.off[0][1] = 0;
        assertThat(chain.stationaryMasses(s, line(3), new double[2][3], new boolean[3], m))
                .isEqualTo(1);
        assertThat(m).containsExactly(new double[] {0, 0.5, 0.5}, within(1e-15));
    }

    @Test
    void aRateThatIsInfiniteIsToldWithItsSign() {
        StencilMatrix s = new StencilMatrix(3, 2);
        s.off[1][1] = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> masses(3, 1, s, line(3), new boolean[3], new double[3]))
                .hasMessageContaining("a rate of the crowd is Infinity");
    }

    @Test
    void aRateThatIsNotANumberIsSaidToBe() {
        StencilMatrix s = new StencilMatrix(3, 2);
        s.off[1][1] = Double.NaN;
        assertThatThrownBy(() -> masses(3, 1, s, line(3), new boolean[3], new double[3]))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("node 1")
                .hasMessageContaining("NaN");
    }

    /** A long chain in which each state is seen from the one before: no deep recursion. */
    @Test
    void chainsMayBeLong() {
        int n = 200_000;
        StencilMatrix s = new StencilMatrix(n, 2);
        for (int i = 0; i < n; i++) {
            s.off[1][i] = i < n - 1 ? -1 : 0;
            s.off[0][i] = i > 0 ? -1 : 0;
        }
        double[] m = new double[n];
        assertThat(masses(n, 1, s, line(n), new boolean[n], m)).isEqualTo(1);
        assertThat(m[n / 2]).isCloseTo(1.0 / n, within(1e-15));
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
        assertThat(masses(5, 1, s, neighbour, wall, m)).isEqualTo(1);
        assertThat(m).containsExactly(new double[] {0, 4 / 7.0, 2 / 7.0, 1 / 7.0, 0}, within(1e-15));
    }

    private static int masses(
            int n, int band, StencilMatrix s, int[][] neighbour, boolean[] isExcluded, double[] masses) {
        double[][] certain = new double[neighbour.length][n];
        return new MarkovChain(n, band).stationaryMasses(s, neighbour, certain, isExcluded, masses);
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
