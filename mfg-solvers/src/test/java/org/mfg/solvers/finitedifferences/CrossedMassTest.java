package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** What passes between nodes against what is at them before and after. */
class CrossedMassTest {
    private static final Domain YARD = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 2))
            .withObstacles(Region.ball(new double[] {0.8, 1.6}, 0.2));
    private static final Domain GRADED = Domain.of(Axis.noFlux("x", 0, 1).graded(Grading.power(2)));

    static Stream<Arguments> games() {
        return Stream.of(
                Arguments.of("a wall", tutorial(SmallGames.INTERVAL)),
                Arguments.of("a graded axis", tutorial(GRADED)),
                Arguments.of("a ring", tutorial(SmallGames.RING)),
                Arguments.of("a yard", tutorial(YARD)),
                Arguments.of("congestion", SmallGames.tutorial(YARD, CrowdedRoom.CONGESTION)),
                Arguments.of("Lax and Friedrichs", SmallGames.tutorial(YARD, CrowdedRoom.SKEW)),
                Arguments.of(
                        "noise that changes",
                        tutorial(SmallGames.INTERVAL).diffusion((t, x, axis) -> 0.01 + 0.02 * t * x[0])));
    }

    private static MeanFieldGameBuilder tutorial(Domain domain) {
        return SmallGames.tutorial(domain, Hamiltonians.quadratic());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("games")
    void whatComesAndGoesIsTheChangeOfTheCrowd(String name, MeanFieldGameBuilder builder) {
        MeanFieldGame continuous = builder.build();
        DiscreteGame game = SmallGames.discretize(continuous, 12, 5);
        Grid grid = game.grid();
        int n = grid.size();
        double[] u = SmallGames.noise(game.size(), 1);
        double[] m = new double[game.size()];
        game.forward(u, m);
        double[] crossed = new double[n];
        for (int j = 0; j < 5; j++) {
            double[] change = new double[n];
            for (int k = 0; k < grid.dimension(); k++) {
                game.crossedMass(u, m, j, k, crossed);
                for (int i = 0; i < n; i++) {
                    int upper = grid.neighbour(i, 2 * k + 1);
                    change[i] -= crossed[i];
                    change[Math.max(upper, 0)] += crossed[i];
                    assertThat(upper < 0 || grid.isWall(upper) ? crossed[i] : 0).isZero();
                }
            }
            for (int i = 0; i < n; i++) {
                double risen = grid.weight(i) * (m[(j + 1) * n + i] - m[j * n + i]);
                assertThat(change[i]).isCloseTo(risen, within(1e-9));
            }
        }
    }

    @Test
    void aSchemeThatCannotTellSaysSo() {
        MeanFieldGame game = tutorial(SmallGames.INTERVAL).build();
        DiscreteGame second =
                new CrankNicolsonDiscretization(1).discretize(game, Grid.of(game.domain(), 10), game.timeGrid(10));
        double[] field = new double[second.size()];
        assertThatThrownBy(() -> second.crossedMass(field, field, 0, 0, new double[10]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("discretization must be one that tells the mass between nodes");
    }
}
