package org.mfg.solvers.anderson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixingTest {

    /**
     * Two beliefs of which the responses lie on a line, with mixing 1: the secant step is -1 in the first entry and 3 in the second, by
     * hand. A density is not negative: the first is cut at 0.
     */
    @Test
    void anExtrapolatedBeliefIsCutAtZero() {
        Mixing mixing = new Mixing(2, 5, 1);
        double[] belief = {4, 0};
        mixing.advance(belief, new double[] {3, 0.6});
        assertThat(belief).containsExactly(new double[] {3, 0.6}, within(1e-15));

        // Defects (-1, 0.6) and then 4/5 of it: the root lies 4 steps on, at (3, 0.6) + 4 (-1, 0.6).
        mixing.advance(belief, new double[] {3 - 0.8, 0.6 + 0.48});
        assertThat(belief).containsExactly(new double[] {0, 3}, within(1e-12));
    }
}
