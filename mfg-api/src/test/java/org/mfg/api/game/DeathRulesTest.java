package org.mfg.api.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;

class DeathRulesTest {

    private static MeanFieldGameBuilder mortal() {
        return MeanFieldGame.builder("mortals")
                .domain(Domain.interval(0, 1))
                .viscosity(0.1)
                .hamiltonian(new Quadratic())
                .initialDensity(x -> 1)
                .death(0.02, x -> x[0]);
    }

    @Test
    void whoDiesDiscountsByIt() {
        MeanFieldGame game = mortal().forever().discount(0.03).build();
        assertThat(game.timeGrid(1).horizon()).isEqualTo(1 / 0.05);
        assertThat(game.discount()).isEqualTo(0.03);
        assertThat(game.deathRate()).isEqualTo(0.02);
        assertThat(game.death().orElseThrow().newborn().at(new double[] {0.3})).isEqualTo(0.3);
        assertThat(mortal().forever().build().isErgodic()).isFalse();
        assertThat(mortal().horizon(3).build().timeGrid(2).horizon()).isEqualTo(3);
    }

    /** Newborns come where nobody else does. */
    @Test
    void aStationaryCrowdNeedsNeitherNoiseNorOneRecurrentClass() {
        assertThat(mortal().viscosity(0).forever().build().death()).isPresent();
        Domain apart = Domain.of(Axis.noFlux("x", 0, 1), Axis.states("kind", States.populations("red", "blue")));
        assertThat(mortal().domain(apart).forever().build().death()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE})
    void aRateIsPositive(double rate) {
        assertThatThrownBy(() -> mortal().death(rate, x -> 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("death rate must be finite and > 0, was " + rate);
    }

    static Stream<Consumer<MeanFieldGameBuilder>> others() {
        Domain open = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0)));
        return Stream.of(
                b -> b.domain(open),
                b -> b.massSource((t, x) -> 1),
                b -> b.targetDensity(x -> 1),
                b -> b.ceiling((t, x) -> 2));
    }

    @ParameterizedTest
    @MethodSource("others")
    void noOtherWayInOrOutAndNoConstraint(Consumer<MeanFieldGameBuilder> other) {
        MeanFieldGameBuilder game = mortal().horizon(1);
        other.accept(game);
        assertThatThrownBy(game::build)
                .hasMessage("death must not be given with exits, a mass source, a target density or a ceiling");
    }

    @Test
    void aGameThatStartsFromAnotherKeepsItsDeath() {
        MeanFieldGame game = mortal().horizon(1).build();
        assertThat(game.toBuilder().viscosity(1).build().death()).isEqualTo(game.death());
    }
}
