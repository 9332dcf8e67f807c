package org.mfg.solvers.nested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.solvers.upwind.UpwindDiscretization;

class ProlongationTest {

    @ParameterizedTest
    @CsvSource({"10, 20, 5, 10", "11, 20, 5, 11", "13, 25, 7, 14", "12, 12, 3, 3"})
    void linearFunctionsAreReproducedAndMassIsKept(int coarseNodes, int nodes, int coarseSteps, int steps) {
        DiscreteGame coarse = game(coarseNodes, coarseSteps);
        DiscreteGame fine = game(nodes, steps);
        double[] u = new double[coarse.size()];
        double[] m = new double[coarse.size()];
        for (int i = 0; i < u.length; i++) {
            double t = coarse.time().time(i / coarseNodes);
            double x = coarse.grid().coordinate(i % coarseNodes, 0);
            u[i] = 1 + 2 * x - 3 * t;
            m[i] = 1 + 0.5 * Math.sin(7 * x + t);
        }

        Guess guess = Prolongation.to(
                fine, new Equilibrium(coarse.grid(), coarse.time(), u, m, Status.CANCELLED, "", List.of()));

        for (int i = 0; i < fine.size(); i++) {
            double t = fine.time().time(i / nodes);
            double x = fine.grid().coordinate(i % nodes, 0);
            assertThat(guess.u()[i]).isCloseTo(1 + 2 * x - 3 * t, within(1e-14));
        }
        double last = coarse.grid().integrate(m, coarseSteps * coarseNodes);
        assertThat(fine.grid().integrate(guess.m(), steps * nodes)).isCloseTo(last, within(1e-14));
        assertThat(fine.grid().integrate(guess.m(), 0)).isCloseTo(1, within(1e-14));
    }

    private static DiscreteGame game(int nodes, int steps) {
        MeanFieldGame game = MeanFieldGame.builder("test")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.05)
                .hamiltonian(new Quadratic())
                .terminalCost(x -> 0)
                .initialDensity(x -> 1)
                .build();
        return new UpwindDiscretization()
                .discretize(game, Grid.of(game.domain(), nodes), new TimeGrid(game.horizon(), steps));
    }

    private static final class Quadratic implements RadialHamiltonian {
        @Override
        public double radialValue(double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double[] x, double r, double m) {
            return r;
        }
    }
}
