package org.mfg.api.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;

/** What a game must have, and what one that goes on for ever must not. */
class StationaryRulesTest {
    private static final LocalCoupling CROWD = (t, x, m) -> m;

    private static MeanFieldGameBuilder game() {
        return MeanFieldGame.builder("game")
                .domain(Domain.interval(0, 1))
                .viscosity(0.1)
                .hamiltonian(new Quadratic());
    }

    @Test
    void aCrowdThatStaysForEverMayStartAnywhereOneThatEndsMustStartSomewhere() {
        assertThat(game().forever().build().initialDensity().at(new double[] {0.3}))
                .isEqualTo(1);
        assertThatThrownBy(() -> game().horizon(1).build()).hasMessage("game game has no initial density");
        assertThat(game().forever()
                        .initialDensity(x -> 2)
                        .build()
                        .initialDensity()
                        .at(new double[] {0.3}))
                .isEqualTo(2);
    }

    @Test
    void whatALongRunCannotHaveIsRefused() {
        assertThatThrownBy(() -> game().forever().viscosity(0).build())
                .hasMessage("viscosity must be > 0 in a stationary game, was 0.0");
        assertThatThrownBy(() -> game().forever().massSource((t, x) -> 1).build())
                .hasMessageContaining("mass source must not be given");
        for (boolean upper : new boolean[] {false, true}) {
            Boundary exit = Boundary.exit(0);
            Domain open =
                    Domain.of(new Axis("x", 0, 1, upper ? Boundary.noFlux() : exit, upper ? exit : Boundary.noFlux()));
            assertThatThrownBy(() -> game().domain(open).forever().build()).hasMessageContaining("must not have exits");
            assertThat(game().domain(open)
                            .horizon(1)
                            .initialDensity(x -> 1)
                            .build()
                            .isStationary())
                    .isFalse();
        }
        assertThat(game().forever().build().isStationary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, 1e-310})
    void aRateThatIsNoDiscountIsRefused(double rate) {
        assertThatThrownBy(() -> game().discount(rate)).hasMessage("discount must be finite and >= 0, was " + rate);
    }

    @Test
    void aGameHasThePartsItWasGiven() {
        MeanFieldGame game = game().horizon(2)
                .initialDensity(x -> 1)
                .coupling(CROWD)
                .terminalCoupling(CROWD)
                .discount(0)
                .build();
        assertThat(game.name()).isEqualTo("game");
        assertThat(game.couplings()).containsExactly(CROWD);
        assertThat(game.terminalCouplings()).containsExactly(CROWD);
        assertThat(game.massSource()).isEmpty();
        MeanFieldGame growing = game.toBuilder().massSource((t, x) -> 3).build();
        assertThat(growing.massSource().orElseThrow().at(0, new double[] {0})).isEqualTo(3);
        assertThat(game.toBuilder().forever().discount(2).build().terminalCouplings())
                .as("no end, nothing due at it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aHorizonThatIsNoTimeIsRefused(double time) {
        assertThatThrownBy(() -> game().horizon(time)).hasMessageContaining("horizon");
    }
}
