package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** The two sweeps for every kind of Hamiltonian and boundary, and where their answer is known. */
class SweepsTest {
    private static final int NODES = 40;
    private static final int STEPS = 7;

    static Stream<Arguments> games() {
        List<Hamiltonian> hamiltonians = List.of(
                Hamiltonians.quadratic(),
                Hamiltonians.drifting(),
                Hamiltonians.driftingInACrowd(),
                Hamiltonians.power(1.5, 0),
                Hamiltonians.power(2, 0.5),
                Hamiltonians.power(3, 0),
                Hamiltonians.unstructured());
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR)
                .flatMap(domain -> hamiltonians.stream().map(h -> Arguments.of(domain, h)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theBackwardSweepSolvesHamiltonJacobiBellmanFromAnyGuess(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = game(domain, hamiltonian);
        double[] m = SmallGames.randomDensity(game, 4);
        double[] u = new double[game.size()];
        game.backward(m, u);
        double[] residual = new double[game.size()];
        game.backwardResidual(u, m, residual);
        assertThat(largest(residual)).isLessThan(1e-13 * Math.max(1, largest(u)));

        // Slopes up to 8. Larger ones do as well, but where H grows exponentially each step takes off 1 only.
        double[] fromElsewhere = SmallGames.noise(game.size(), 5);
        Arrays.setAll(fromElsewhere, i -> 0.1 * fromElsewhere[i]);
        game.backward(m, fromElsewhere);
        assertThat(fromElsewhere).containsExactly(u, within(1e-12 * Math.max(1, largest(u))));
    }

    @Test
    void sweepsAndLinearisationsReuseTheirMemory() {
        DiscreteGame game = game(SmallGames.INTERVAL, Hamiltonians.quadratic());
        double[] m = SmallGames.randomDensity(game, 4);
        double[] u = new double[game.size()];
        double[] du = new double[game.size()];
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int k = 0; k < 3; k++) {
            before = thread.getCurrentThreadAllocatedBytes();
            game.backward(m, u);
            game.forward(u, m);
            game.linearize(u, m).backward(m, null, du);
        }
        assertThat(thread.getCurrentThreadAllocatedBytes() - before)
                .as("bytes of the third time, against %d of a field", 8 * game.size())
                .isLessThan(8L * game.size());
    }

    @Test
    void aValueWithoutSlopeLeavesTheCrowdToDiffusionAlone() {
        DiscreteGame game = game(SmallGames.INTERVAL, Hamiltonians.quadratic());
        double[] constant = new double[game.size()];
        Arrays.fill(constant, 3);
        double[] m = forward(game, constant);
        // The mean of cos(πx) decays in each implicit step by 1 + Δt ν (2 - 2 cos(πh))/h², exactly on this grid.
        double h = game.grid().spacing(0);
        double decay = 1 + game.time().step(0) * 0.01 * (2 - 2 * Math.cos(Math.PI * h)) / (h * h);
        for (int j = 0; j < STEPS; j++) {
            assertThat(cosine(game, m, j + 1) * decay).isCloseTo(cosine(game, m, j), within(1e-14));
        }
    }

    @Test
    void theStationaryGuessStaysWhereTheCrowdIsAndAnswersIt() {
        DiscreteGame game = game(SmallGames.INTERVAL, Hamiltonians.quadratic());
        Guess guess = Guess.stationary(game);
        for (int j = 0; j <= STEPS; j++) {
            assertThat(Arrays.copyOfRange(guess.m(), j * NODES, (j + 1) * NODES))
                    .isEqualTo(game.initialDensity());
        }
        double[] residual = new double[game.size()];
        game.backwardResidual(guess.u(), guess.m(), residual);
        assertThat(largest(residual)).isLessThan(1e-13);
    }

    private static double cosine(DiscreteGame game, double[] m, int level) {
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += game.grid().weight(i)
                    * m[level * NODES + i]
                    * Math.cos(Math.PI * game.grid().coordinate(i, 0));
        }
        return sum;
    }

    private static DiscreteGame game(Domain domain, Hamiltonian hamiltonian) {
        return SmallGames.discretize(SmallGames.tutorial(domain, hamiltonian).build(), NODES, STEPS);
    }

    private static double[] forward(DiscreteGame game, double[] u) {
        double[] m = SmallGames.randomDensity(game, 9);
        game.forward(u, m);
        return m;
    }

    private static double largest(double[] v) {
        return Arrays.stream(v).map(Math::abs).max().orElseThrow();
    }
}
