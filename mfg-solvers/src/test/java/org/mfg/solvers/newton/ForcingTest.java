package org.mfg.solvers.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForcingTest {
    private static final double NOT_ENOUGH = 0;

    @Test
    void theFirstSystemIsSolvedAsExactlyAsTheStartIsNear() {
        assertThat(new Forcing(0.01).tolerance(NOT_ENOUGH, 0.5)).isEqualTo(0.01);
        assertThat(new Forcing(0.01).tolerance(NOT_ENOUGH, 1e-6)).isCloseTo(1e-5, within(1e-18));
        assertThat(new Forcing(0.01).tolerance(1e-3, 1e-6)).isEqualTo(1e-3);
    }

    @Test
    void laterOnesByTheSquareOfWhatAStepHasLeft() {
        Forcing forcing = new Forcing(0.01);
        forcing.tolerance(NOT_ENOUGH, 1);
        forcing.reduced(0.05);
        assertThat(forcing.tolerance(NOT_ENOUGH, 1e-9)).isCloseTo(0.0025, within(1e-15));
        forcing.reduced(1e-3);
        assertThat(forcing.tolerance(NOT_ENOUGH, 1e-9)).isEqualTo(1e-4);
        forcing.reduced(0.9);
        assertThat(forcing.tolerance(NOT_ENOUGH, 1e-9)).isEqualTo(0.01);
    }

    /** A system solved to 1e-3 has left 0.02 of the residual: the next one is solved twenty times more exactly than what would be enough. */
    @Test
    void whatIsEnoughCountsByHowMuchTheResidualLagsBehind() {
        Forcing forcing = new Forcing(0.01);
        assertThat(forcing.tolerance(1e-3, 1e-9)).isEqualTo(1e-3);
        forcing.reduced(0.02);
        assertThat(forcing.tolerance(0.1, 1)).isCloseTo(0.005, within(1e-15));
        assertThat(forcing.tolerance(5, 1)).isEqualTo(0.01);
        forcing.restart();
        assertThat(forcing.tolerance(5e-3, 1e-9)).isEqualTo(5e-3);
    }
}
