package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;
import org.mfg.solvers.newton.NewtonSolver;

/**
 * Agents who pay 5/2 (x - c)² + a²/2, discount at the rate 1, have no noise, die at the rate 3 and are born uniformly on [-1, 1]. Then u = (x - c)²/2 solves
 * (1 + 3) u + u'²/2 = 5/2 (x - c)², they drift with -(x - c), and m solves (x - c) m' = 2 m - 3/2 on both sides of c with m(±1) = 0: m = 3/4 (1 - ((x - c)/(±1 - c))²).
 */
class RestPointsTest {
    private static final double CENTER = 0.013;

    private static double exact(double x) {
        double r = (x - CENTER) / (x > CENTER ? 1 - CENTER : 1 + CENTER);
        return 0.75 * (1 - r * r);
    }

    private static DiscreteGame game(int nodes) {
        MeanFieldGame game = MeanFieldGame.builder("attracted")
                .domain(Domain.interval(-1, 1))
                .forever()
                .viscosity(0)
                .discount(1)
                .hamiltonian(new QuadraticHamiltonian())
                .runningCost((t, x) -> 2.5 * (x[0] - CENTER) * (x[0] - CENTER))
                .death(3, x -> 1)
                .build();
        return new UpwindDiscretization().discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(1));
    }

    /** The largest relative error within 0.1 of the rest point. */
    private static double error(Grid grid, double[] m) {
        double error = 0;
        for (int i = 0; i < grid.size(); i++) {
            double x = grid.coordinate(i, 0);
            if (Math.abs(x - CENTER) < 0.1) {
                error = Math.max(error, Math.abs(m[i] / exact(x) - 1));
            }
        }
        return error;
    }

    @Test
    void acrossARestPointTheDensityDrawnConvergesWhereThatOfTheNodesDoesNot() {
        double[] ofNodes = new double[2];
        double[] drawn = new double[2];
        for (int k = 0; k < 2; k++) {
            DiscreteGame game = game(k == 0 ? 101 : 401);
            Grid grid = game.grid();
            Equilibrium e = new NewtonSolver(new StoppingRule(1e-10, 50)).solve(game);
            double[] m = Arrays.copyOfRange(e.m(), grid.size(), 2 * grid.size());
            assertThat(grid.integrate(m, 0)).isCloseTo(1, within(1e-9));
            ofNodes[k] = error(grid, m);
            RestPoints.bridge(game, e, m);
            drawn[k] = error(grid, m);
        }
        assertThat(ofNodes[1]).isGreaterThan(0.5 * ofNodes[0]);
        assertThat(drawn[1]).as("a quarter of the spacing").isLessThan(0.3 * drawn[0]);
        assertThat(drawn[1]).isLessThan(0.1 * ofNodes[1]);
    }
}
