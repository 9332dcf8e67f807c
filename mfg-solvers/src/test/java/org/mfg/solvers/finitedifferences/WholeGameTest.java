package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.testkit.DiscretizationKit;
import org.mfg.solvers.SmallGames;

/** The kit that every scheme passes, on a game with everything; and that the number of threads changes nothing. */
class WholeGameTest {
    private static final Axis LINE = Axis.noFlux("x", 0, 1);
    private static final Domain PLANE = Domain.of(LINE, Axis.periodic("y", 0, 1));

    static Stream<Arguments> games() {
        Domain moods = Domain.of(Axis.periodic("x", 0, 1), Axis.states("mood", Chains.three()));
        Domain pressed = Domain.of(new Axis("x", 0, 1, Boundary.exit(0.2), Boundary.stateConstraint()));
        Domain street = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0.2)), Axis.periodic("y", 0, 1));
        Stream<Arguments> anywhere = Stream.of(SmallGames.INTERVAL, SmallGames.RING, PLANE, moods)
                .flatMap(domain -> Stream.of(
                                new UpwindDiscretization(1),
                                new UpwindDiscretization(1, 0, Differences.CENTRAL),
                                new CrankNicolsonDiscretization(1),
                                new CrankNicolsonDiscretization(1, 0.6, Differences.UPWIND))
                        .map(scheme -> Arguments.of(domain, scheme)));
        Stream<Arguments> upwind = Stream.of(SmallGames.CORRIDOR, pressed, street)
                .map(domain -> Arguments.of(domain, new UpwindDiscretization(1)));
        return Stream.concat(anywhere, upwind);
    }

    @ParameterizedTest
    @MethodSource("games")
    void itsSchemesKeepTheirPromises(Domain domain, Discretization scheme) {
        for (double discount : new double[] {0, 0.7}) {
            MeanFieldGame game = WholeGame.on(domain, discount).build();
            boolean isLine = domain.positionAxes() == 1;
            Grid grid = isLine ? Grid.of(domain, 14) : Grid.of(domain, 9, 8);
            DiscretizationKit.check(scheme.discretize(game, grid, game.timeGrid(4)), false);
        }
    }

    /** Slices of more than 2048 nodes are cut into ranges, whose work threads share; the cuts are the same for any number of them. */
    @Test
    void theNumberOfThreadsChangesNoDigit() {
        double[][] alone = fields(1);
        double[][] together = fields(2);
        for (int k = 0; k < alone.length; k++) {
            assertThat(together[k]).as("field " + k).isEqualTo(alone[k]);
        }
    }

    /** A best response, its population, what both leave, and linearised sweeps. */
    private static double[][] fields(int threads) {
        MeanFieldGame game = WholeGame.on(PLANE, 0.7)
                .replaceCouplings(coupling -> SmallGames.crowdAversion(0.5))
                .build();
        DiscreteGame discrete =
                new UpwindDiscretization(threads).discretize(game, Grid.of(PLANE, 47, 46), game.timeGrid(2));
        double[] u = new double[discrete.size()];
        double[] m = SmallGames.randomDensity(discrete, 1);
        discrete.backward(m, u);
        discrete.forward(u, m);
        double[][] fields = {u, m, u.clone(), u.clone(), u.clone(), u.clone()};
        discrete.backwardResidual(u, m, fields[2]);
        discrete.forwardResidual(u, m, fields[3]);
        discrete.linearize(u, m).backward(m, u, fields[4]);
        discrete.linearize(u, m).forward(u, m, fields[5]);
        return fields;
    }
}
