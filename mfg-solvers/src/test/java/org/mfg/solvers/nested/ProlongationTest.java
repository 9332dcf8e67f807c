package org.mfg.solvers.nested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Domain;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

class ProlongationTest {

    /** Linear in time and space: 1 + 2t - 3x + tx. */
    private static double bilinear(double t, double x) {
        return 1 + 2 * t - 3 * x + t * x;
    }

    @Property(tries = 50)
    void reproducesLinearFunctionsBetweenAnyTwoGrids(
            @ForAll @IntRange(min = 3, max = 20) int nodes,
            @ForAll @IntRange(min = 1, max = 9) int steps,
            @ForAll @IntRange(min = 3, max = 40) int finerNodes,
            @ForAll @IntRange(min = 1, max = 20) int finerSteps) {
        DiscreteGame coarse = game(SmallGames.INTERVAL, nodes, steps);
        DiscreteGame fine = game(SmallGames.INTERVAL, finerNodes, finerSteps);
        Guess guess = Prolongation.to(fine, on(coarse, sample(coarse), SmallGames.randomDensity(coarse, 1)));
        assertThat(guess.u()).containsExactly(sample(fine), within(1e-13));
    }

    @Property(tries = 50)
    void keepsTheMassOfEachTimeAndTheInitialDensity(
            @ForAll @IntRange(min = 4, max = 20) int nodes,
            @ForAll @IntRange(min = 4, max = 40) int finerNodes,
            @ForAll boolean ring) {
        Domain domain = ring ? SmallGames.RING : SmallGames.INTERVAL;
        DiscreteGame coarse = game(domain, nodes, 5);
        DiscreteGame fine = game(domain, finerNodes, 10);
        double[] m = new double[coarse.size()];
        coarse.forward(SmallGames.noise(coarse.size(), 2), m);
        Guess guess = Prolongation.to(fine, on(coarse, m, m));
        for (int j = 0; j <= 10; j++) {
            assertThat(fine.grid().integrate(guess.m(), j * finerNodes)).isCloseTo(1, within(1e-13));
        }
        assertThat(guess.m()).startsWith(fine.initialDensity());
        assertThat(Arrays.stream(guess.m()).min().orElseThrow()).isNotNegative();
    }

    @Test
    void whatLeftThroughAnExitStaysAway() {
        DiscreteGame coarse = game(SmallGames.CORRIDOR, 12, 5);
        DiscreteGame fine = game(SmallGames.CORRIDOR, 24, 10);
        double[] u = new double[coarse.size()];
        double[] m = new double[coarse.size()];
        coarse.backward(SmallGames.randomDensity(coarse, 3), u);
        coarse.forward(u, m);
        Guess guess = Prolongation.to(fine, on(coarse, u, m));
        for (int j = 0; j <= 5; j++) {
            double inside = coarse.grid().integrate(m, j * 12);
            assertThat(fine.grid().integrate(guess.m(), 2 * j * 24)).isCloseTo(inside, within(1e-13));
        }
    }

    @Test
    void onARingTheLastNodeIsJoinedToTheFirst() {
        DiscreteGame coarse = game(SmallGames.RING, 4, 1);
        DiscreteGame fine = game(SmallGames.RING, 8, 1);
        double[] u = {0, 1, 2, 7, 0, 1, 2, 7};
        Guess guess = Prolongation.to(fine, on(coarse, u, SmallGames.randomDensity(coarse, 1)));
        assertThat(guess.u()).containsExactly(0, 0.5, 1, 1.5, 2, 4.5, 7, 3.5, 0, 0.5, 1, 1.5, 2, 4.5, 7, 3.5);
    }

    private static DiscreteGame game(Domain domain, int nodes, int steps) {
        return SmallGames.discretize(
                SmallGames.tutorial(domain, Hamiltonians.quadratic())
                        .initialDensity(x -> 1 + 0.5 * x[0])
                        .build(),
                nodes,
                steps);
    }

    private static double[] sample(DiscreteGame game) {
        int n = game.grid().size();
        double[] f = new double[game.size()];
        for (int i = 0; i < f.length; i++) {
            f[i] = bilinear(game.time().time(i / n), game.grid().coordinate(i % n, 0));
        }
        return f;
    }

    private static Equilibrium on(DiscreteGame game, double[] u, double[] m) {
        return new Equilibrium(game.game(), game.grid(), game.time(), u, m, Status.STALLED, "", List.of());
    }
}
