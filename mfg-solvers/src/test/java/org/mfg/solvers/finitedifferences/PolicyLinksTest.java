package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Region;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** The policy's change as a graph. */
class PolicyLinksTest {
    static Stream<Arguments> games() {
        Domain square = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
        Domain room = square.withObstacles(Region.box(new double[] {0.25, 0.25}, new double[] {0.5, 0.5}));
        Domain cylinder = Domain.of(Axis.periodic("x", 0, 1), Axis.noFlux("y", 0, 1));
        // A radial Hamiltonian of degree 2 is the axiswise one, but takes the other way through the code.
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, square, room, cylinder)
                .flatMap(domain -> Stream.of(Hamiltonians.quadratic(), Hamiltonians.power(2, 0))
                        .map(h -> Arguments.of(domain, h)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theChangeIsTheLaplacianOfItsLinks(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(domain, hamiltonian)
                        .initialDensity(x -> x[0] < 0.2 ? 1 : 0)
                        .build(),
                9,
                3);
        int n = game.space().size();
        double[] u = SmallGames.noise(game.size(), 1);
        StepwiseLinearization l = (StepwiseLinearization) game.linearize(u, SmallGames.randomDensity(game, 2));
        double[] du = SmallGames.noise(n, 3);
        double[] change = new double[n];
        l.subtractPolicyChange(1, du, 0, change, 0);
        double[] links = new double[n];
        for (int k = 0; k < game.grid().dimension(); k++) {
            l.policyLinks(1, k, links);
            for (int i = 0; i < n; i++) {
                int upper = game.grid().neighbour(i, 2 * k + 1);
                if (upper < 0) {
                    assertThat(links[i]).isZero();
                } else {
                    change[i] += links[i] * (du[i] - du[upper]);
                    change[upper] += links[i] * (du[upper] - du[i]);
                }
            }
        }
        assertThat(change).containsExactly(new double[n], within(1e-12));
    }
}
