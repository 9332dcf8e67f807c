package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.progress.Kept;
import org.mfg.solvers.SmallGames;

/** What is left of the conditions of Karush, Kuhn and Tucker of a ceiling of 2 and a target of 1, for crowds that are even. */
class KeptTest {
    private final DiscreteGame game = SmallGames.discretize(
            SmallGames.planning(SmallGames.INTERVAL)
                    .initialDensity(x -> 1)
                    .targetDensity(x -> 1)
                    .ceiling((t, x) -> 2)
                    .build(),
            11,
            4);

    @Test
    void aCrowdThatIsBelowAndThereLeavesTheGapOfThePressure() {
        assertThat(kept(1, 0).missed()).isLessThan(1e-14);
        assertThat(kept(1, 0).above()).isZero();
        assertThat(kept(1, 0).gap()).isZero();
        assertThat(kept(1, 0.25).gap()).isEqualTo(0.25);
    }

    @Test
    void aCrowdAboveIsMassAbove() {
        Kept kept = kept(2.5, 0.25);
        assertThat(kept.above()).isCloseTo(0.5, within(1e-14));
        assertThat(kept.missed()).isCloseTo(1.5, within(1e-14));
        assertThat(kept.gap()).isZero();
    }

    /** A pressure may not pay agents, be the crowd at its ceiling or not. */
    @Test
    void aNegativePressureIsAGap() {
        assertThat(kept(1, -0.25).gap()).isEqualTo(0.5);
        assertThat(kept(2, -0.25).gap()).isEqualTo(0.5);
    }

    @Test
    void whatIsNoNumberIsNotKept() {
        assertThat(kept(Double.NaN, 0).missed()).isNaN();
        assertThat(kept(1, Double.NaN).gap()).isNaN();
    }

    private Kept kept(double density, double pressure) {
        double[] field = new double[game.size()];
        Arrays.fill(field, pressure);
        game.setPressure(field);
        Arrays.fill(field, density);
        return Kept.of(game, field);
    }
}
