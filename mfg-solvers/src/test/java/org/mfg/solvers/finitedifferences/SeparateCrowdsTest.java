package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** Crowds without diffusion follow -u' to the bottoms of u and stay there. */
class SeparateCrowdsTest {
    private static final Domain LINE = Domain.of(Axis.noFlux("x", -1, 1));
    private static final Domain MOODS =
            Domain.of(Axis.noFlux("x", -1, 1), Axis.states("mood", States.two("low", "high", 1, 2)));

    @Test
    void aCrowdThatLeavesPlacesForGoodIsAtTheBottomAlone() {
        DiscreteGame game = game(MOODS, Diffusion.of(0), 41);
        double[] m = new double[game.size()];
        game.forward(sampled(game, x -> (x[0] - 0.5) * (x[0] - 0.5)), m);
        for (int i = 0; i < game.grid().size(); i++) {
            double mass = game.grid().weight(i) * m[i];
            boolean isBottom = game.grid().index(i, 0) == 30;
            // Low with rate 1 to high, high with rate 2 to low.
            assertThat(mass)
                    .isCloseTo(
                            isBottom ? (game.grid().index(i, 1) == 0 ? 2 : 1) / 3.0 : 0, within(isBottom ? 1e-14 : 0));
        }
    }

    @Test
    void twoBottomsAreNamedWithTheirStates() {
        DiscreteGame game = game(MOODS, Diffusion.of(0), 41);
        double[] u = sampled(game, x -> Math.pow(x[0] * x[0] - 0.25, 2));
        assertThatThrownBy(() -> game.forward(u, new double[game.size()]))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("2 crowds")
                .hasMessageContaining("(x -0.5, mood low to high) and (x 0.5, mood low to high)");
    }

    @Test
    void threeBottomsAreNamedAndMoreAreCounted() {
        DiscreteGame game = game(MOODS, Diffusion.of(0), 41);
        for (int bottoms = 3; bottoms <= 4; bottoms++) {
            int number = bottoms;
            double[] u = sampled(game, x -> Math.cos(number * Math.PI * (x[0] + 1)));
            assertThatThrownBy(() -> game.forward(u, new double[game.size()]))
                    .hasMessageContaining(number + " crowds that never mix, at (x ")
                    .hasMessageContaining(number == 3 ? "), have" : ") and elsewhere, have");
        }
    }

    /** In the plane GMRES would find one of all mixtures. */
    @Test
    void inThePlaneTheyAreNamedToo() {
        Domain domain = Domain.of(Axis.noFlux("x", -1, 1), Axis.noFlux("y", 0, 1));
        DiscreteGame game = game(domain, Diffusion.axes(0, 0.1), 21);
        double[] u = sampled(game, x -> Math.pow(x[0] * x[0] - 0.25, 2));
        double[] m = new double[game.size()];
        Arrays.fill(m, 0.5);
        assertThatThrownBy(() -> game.forward(u, m))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("(x -0.5, y 0.0 to 1.0) and (x 0.5, y 0.0 to 1.0)");
    }

    /** A little diffusion, given as it is, joins them whatever its size. */
    @Test
    void diffusionHoweverSmallMakesOneCrowdOfThem() {
        DiscreteGame game = game(LINE, Diffusion.of(1e-14), 41);
        double[] m = new double[game.size()];
        game.forward(sampled(game, x -> Math.pow(x[0] * x[0] - 0.25, 2)), m);
        assertThat(game.grid().weight(10) * m[10]).isCloseTo(0.5, within(1e-6));
        assertThat(game.grid().weight(30) * m[30]).isCloseTo(0.5, within(1e-6));
    }

    private static DiscreteGame game(Domain domain, Diffusion diffusion, int nodes) {
        return SmallGames.discretize(
                MeanFieldGame.builder("separate")
                        .domain(domain)
                        .forever()
                        .discount(1)
                        .diffusion(diffusion)
                        .hamiltonian(Hamiltonians.quadratic())
                        .build(),
                nodes,
                1);
    }

    private static double[] sampled(DiscreteGame game, SpaceFunction f) {
        double[] u = new double[game.size()];
        double[] x = new double[game.grid().dimension()];
        for (int i = 0; i < game.grid().size(); i++) {
            game.grid().position(i, x);
            u[i] = f.at(x);
        }
        return u;
    }
}
