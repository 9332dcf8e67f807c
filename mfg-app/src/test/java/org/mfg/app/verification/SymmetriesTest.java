package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.solvers.Mfg;

/** Games that are the same but for where they are and in which units; on the grid they agree to the solver's tolerance. */
class SymmetriesTest {
    private static final Mfg MFG = Mfg.load();
    private static final int NODES = 40;

    @Test
    void aGameMovedAlongTheRingHasTheMovedEquilibrium() {
        Equilibrium here = solve(MFG.game("crowd-aversion", Map.of("attraction", 0.5, "center", 0.25)));
        Equilibrium there = solve(MFG.game("crowd-aversion", Map.of("attraction", 0.75, "center", 0.5)));
        for (int i = 0; i < here.u().length; i++) {
            int moved = i / NODES * NODES + (i % NODES + NODES / 4) % NODES;
            assertThat(there.u()[moved]).isCloseTo(here.u()[i], within(1e-9));
            assertThat(there.m()[moved]).isCloseTo(here.m()[i], within(1e-9));
        }
    }

    @Test
    void aGameMirroredOnTheRingHasTheMirroredEquilibrium() {
        Equilibrium here = solve(MFG.game("crowd-aversion", Map.of("attraction", 0.5, "center", 0.25)));
        Equilibrium there = solve(MFG.game("crowd-aversion", Map.of("attraction", 0.5, "center", 0.75)));
        for (int i = 0; i < here.u().length; i++) {
            int mirrored = i / NODES * NODES + (NODES - i % NODES) % NODES;
            assertThat(there.u()[mirrored]).isCloseTo(here.u()[i], within(1e-9));
            assertThat(there.m()[mirrored]).isCloseTo(here.m()[i], within(1e-9));
        }
    }

    /**
     * Lengths in units of 1/ℓ and times in units of 1/τ: u' = (ℓ²/τ) u and m' = m/ℓ solve the game with ν' = (ℓ²/τ) ν, λ' =
     * (ℓ³/τ²) λ and g' = (ℓ²/τ) g.
     */
    @Test
    void aGameInOtherUnitsHasTheEquilibriumInOtherUnits() {
        double length = 3;
        double time = 0.4;
        double cost = length * length / time;
        Equilibrium plain = solve(tutorial(1, 1));
        Equilibrium scaled = solve(tutorial(length, time));
        for (int i = 0; i < plain.u().length; i++) {
            assertThat(scaled.u()[i] / cost).isCloseTo(plain.u()[i], within(1e-9));
            assertThat(scaled.m()[i] * length).isCloseTo(plain.m()[i], within(1e-9));
        }
    }

    private static MeanFieldGame tutorial(double length, double time) {
        double cost = length * length / time;
        return MeanFieldGame.builder("scaled")
                .domain(Domain.interval(0, length))
                .horizon(time)
                .viscosity(0.01 * cost)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                .coupling(MFG.coupling("power", Map.of("lambda", 0.5 * cost * length / time)))
                .terminalCost(x -> cost * 0.5 * Math.pow(x[0] / length - 0.7, 2))
                .initialDensity(x -> Math.exp(-50 * Math.pow(x[0] / length - 0.3, 2)))
                .build();
    }

    private static Equilibrium solve(MeanFieldGame game) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-11)).solve(MFG.discretize(game, NODES, 30));
        assertThat(e.isConverged()).as(e.toString()).isTrue();
        return e;
    }
}
