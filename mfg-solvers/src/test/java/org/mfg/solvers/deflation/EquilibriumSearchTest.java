package org.mfg.solvers.deflation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.finitedifferences.CrankNicolsonDiscretization;
import org.mfg.solvers.newton.KrylovSettings;
import org.mfg.solvers.newton.NewtonSolver;

/** ρ - νu″ + ½u′² = c m + A cos 2πx on the ring, with ν = ½: one equilibrium for c = 1, three for c = -12 and A = ½. */
class EquilibriumSearchTest {
    private static final int NODES = 100;
    private static final StoppingRule RULE = new StoppingRule(1e-10, 50);

    private static DiscreteGame torus(double c, double a) {
        MeanFieldGame game = MeanFieldGame.builder("torus")
                .domain(SmallGames.RING)
                .forever()
                .viscosity(0.5)
                .hamiltonian(Hamiltonians.quadratic())
                .coupling(SmallGames.crowdAversion(c))
                .runningCost((t, x) -> a * Math.cos(2 * Math.PI * x[0]))
                .build();
        return new CrankNicolsonDiscretization(1).discretize(game, Grid.of(game.domain(), NODES), game.timeGrid(1));
    }

    private static List<FoundEquilibrium> search(DiscreteGame game, int starts) {
        NewtonSolver newton = new NewtonSolver(RULE, KrylovSettings.DEFAULT, false);
        return new EquilibriumSearch(game, newton, starts, 10).run(Monitor.NONE);
    }

    @Test
    void allThreeEquilibriaAreFoundWithTheirStability() {
        List<FoundEquilibrium> found = search(torus(-12, 0.5), 4).stream()
                .sorted(Comparator.comparingDouble(f -> rho(f.equilibrium())))
                .toList();

        assertThat(found).hasSize(3);
        assertThat(found).allSatisfy(f -> {
            assertThat(f.equilibrium().isConverged()).isTrue();
            assertThat(f.equilibrium().last().exploitability()).isLessThan(1e-9);
        });
        // The crowd in the valley, the crowd on the hill, and the nearly even one: only the first stays where it is.
        assertThat(found.stream().map(f -> f.bestResponses().isStable())).containsExactly(true, false, false);
        assertThat(largestAt(found.get(0).equilibrium())).isEqualTo(NODES / 2);
        assertThat(largestAt(found.get(1).equilibrium())).isZero();
        // Found another way: the even branch, followed from the crowd on the hill at A = 0 by steps of 0.05 in A.
        assertThat(rho(found.get(1).equilibrium())).isCloseTo(-15.66224122, within(1e-7));
    }

    @Test
    void aMonotoneGameHasOneAndNoOtherIsFound() {
        List<FoundEquilibrium> found = search(torus(1, 1), 4);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).bestResponses().isStable()).isTrue();
    }

    /** The linearised best response multiplies what a small deviation of the crowd becomes in one round. */
    @Test
    void theGrowthIsThatOfBestResponsesThemselves() {
        DiscreteGame game = torus(-12, 0.5);
        for (FoundEquilibrium f : search(game, 1)) {
            Equilibrium e = f.equilibrium();
            double[] m = e.m().clone();
            double[] u = e.u().clone();
            for (int i = 0; i < m.length; i++) {
                m[i] += 1e-5 * Math.cos(2 * Math.PI * (i % NODES) / NODES)
                        + 0.5e-5 * Math.sin(2 * Math.PI * (i % NODES) / NODES);
            }
            double before = distance(m, e.m());
            double growth = 0;
            for (int k = 0; k < 8; k++) {
                game.backward(m, u);
                game.forward(u, m);
                double after = distance(m, e.m());
                growth = after / before;
                before = after;
            }
            assertThat(growth).isCloseTo(f.bestResponses().radius(), within(0.02));
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double rho(Equilibrium e) {
        return e.u()[0] - e.u()[NODES];
    }

    private static int largestAt(Equilibrium e) {
        int largest = 0;
        for (int i = 1; i < NODES; i++) {
            largest = e.m()[i] > e.m()[largest] ? i : largest;
        }
        return largest;
    }
}
