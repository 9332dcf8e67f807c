package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.solvers.Mfg;

/** The quick starts that the documentation shows. */
class QuickStartTest {

    @Test
    void aKnownGameInThreeCalls() {
        Mfg mfg = Mfg.load();
        MeanFieldGame game = mfg.game("tutorial", Map.of("viscosity", 0.02));
        Equilibrium equilibrium = mfg.solve(game, 30, 20);

        assertThat(equilibrium.isConverged()).isTrue();
        assertThat(equilibrium.grid().size()).isEqualTo(30);
        assertThat(equilibrium.time().steps()).isEqualTo(20);
    }

    @Test
    void aGameOfOnesOwnIsTheTutorial() {
        Mfg mfg = Mfg.load();
        MeanFieldGame game = MeanFieldGame.builder("mine")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(mfg.hamiltonian("quadratic", Map.of()))
                .coupling(mfg.coupling("power", Map.of("lambda", 0.5)))
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)))
                .build();

        Equilibrium mine = mfg.solve(game, 30, 20);

        assertThat(mine.m())
                .containsExactly(
                        mfg.solve(mfg.game("tutorial", Map.of()), 30, 20).m());
    }
}
