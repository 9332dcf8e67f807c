package org.mfg.api.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;

class TimeGridTest {
    private static final TimeGrid GRADED = new TimeGrid(200, 100, 20);

    @Test
    void gradedStepsGrowByOneFactorAndFillTheHorizon() {
        assertThat(GRADED.time(0)).isZero();
        assertThat(GRADED.time(100)).isEqualTo(200);
        double factor = Math.pow(20, 0.01);
        for (int j = 1; j < 100; j++) {
            assertThat(GRADED.step(j) / GRADED.step(j - 1)).isCloseTo(factor, within(1e-9));
        }
        assertThat(GRADED.stepTo(0)).isEqualTo(GRADED.step(0));
        assertThat(GRADED.stepTo(7)).isEqualTo(GRADED.step(6));
    }

    @Test
    void halfTheStepsHaveEveryOtherLevel() {
        TimeGrid half = GRADED.withSteps(50);
        for (int j = 0; j <= 50; j++) {
            assertThat(half.time(j)).isCloseTo(GRADED.time(2 * j), within(1e-12));
        }
    }

    @Test
    void levelsAreFoundByTheirTimes() {
        for (int j = 0; j <= 100; j++) {
            assertThat(GRADED.level(GRADED.time(j))).isCloseTo(j, within(1e-10));
            assertThat(new TimeGrid(200, 100).level(2 * j)).isEqualTo(j);
        }
    }

    @Test
    void whoNeedsEvenStepsSaysSo() {
        assertThat(new TimeGrid(200, 100).evenStep("anybody")).isEqualTo(2);
        assertThatThrownBy(() -> GRADED.evenStep("crank-nicolson"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("time grading must be 1, for even time steps, with crank-nicolson, was 20.0");
        assertThatThrownBy(() -> new TimeGrid(1, 10, 0)).hasMessageContaining("time grading must be finite and > 0");
    }
}
