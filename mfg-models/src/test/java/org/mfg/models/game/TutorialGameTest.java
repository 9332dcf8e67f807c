package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.game.Horizon;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Boundary;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

class TutorialGameTest {

    @Test
    void theDefaultsAreTheTutorialProblem() {
        MeanFieldGame game = Games.of(new TutorialGame(), Map.of());
        double[] x = {0.5};
        assertThat(game.diffusion().viscosity()).hasValue(0.01);
        assertThat(game.horizon()).isEqualTo(new Horizon.Until(1));
        assertThat(game.domain().axis(0).lower()).isZero();
        assertThat(game.domain().axis(0).upper()).isEqualTo(1);
        assertThat(game.domain().axis(0).lowerBoundary()).isEqualTo(Boundary.noFlux());
        assertThat(game.hamiltonian().value(0, x, new double[] {3}, 1)).isEqualTo(4.5);
        assertThat(((LocalCoupling) game.couplings().get(0)).value(0, x, 2)).isEqualTo(1);
        assertThat(game.terminalCost().at(x)).isEqualTo(0.02, within(1e-15));
        assertThat(game.initialDensity().at(x) / game.initialDensity().at(new double[] {0.3}))
                .isEqualTo(Math.exp(-2), within(1e-15));
        assertThat(new TutorialGame().defaultNodes()).containsExactly(100);
        assertThat(new TutorialGame().defaultSteps()).isEqualTo(100);
    }

    @Test
    void theQuadraticCaseIsAxiswiseAndOtherExponentsAreRadial() {
        assertThat(Games.of(new TutorialGame(), Map.of()).hamiltonian()).isInstanceOf(AxiswiseHamiltonian.class);
        assertThat(Games.of(new TutorialGame(), Map.of("beta", 1.5)).hamiltonian())
                .isInstanceOf(RadialHamiltonian.class);
    }
}
