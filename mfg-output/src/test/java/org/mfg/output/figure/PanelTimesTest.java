package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;

class PanelTimesTest {
    private static Equilibrium moving(DoubleBinaryOperator density) {
        return Samples.of(21, 100, density, (t, x) -> 0, Samples.quadraticHistory());
    }

    @Test
    void timesAreEvenWhereAllMovesEvenly() {
        Equilibrium steady = moving((t, x) -> 1 + t * (x - 0.5));
        assertThat(PanelTimes.AUTO.levels(steady, 4, 4)).containsExactly(0, 25, 50, 75, 100);
        Equilibrium still = moving((t, x) -> 1);
        assertThat(PanelTimes.AUTO.levels(still, 4, 4)).containsExactly(0, 25, 50, 75, 100);
    }

    /** All change is over at t = 0.1: half of what the panels share out is time, half is in the first ten levels. The third time is 0.09, but for rounding. */
    @Test
    void timesAreNearEachOtherWhereMuchHappens() {
        Equilibrium early = moving((t, x) -> 1 + Math.min(t, 0.1) * (x - 0.5));
        assertThat(PanelTimes.AUTO.levels(early, 4, 4)).containsExactly(0, 5, 10, 50, 100);
        assertThat(PanelTimes.EVEN.levels(early, 4, 4)).containsExactly(0, 25, 50, 75, 100);
    }

    @Test
    void givenTimesAreTheNearestLevels() {
        assertThat(PanelTimes.at(0.301, 0, 7).levels(moving((t, x) -> t), 4, 4)).containsExactly(0, 30, 100);
    }
}
