package org.mfg.solvers.nested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;

class NextGridTest {
    private final NewtonSolver solver = new NewtonSolver(new StoppingRule(1e-8, 100));

    /** The error of an interpolated density is of first order, what an extrapolated one is off by of second. */
    @Test
    void fromThreeGridsTheDensityIsExtrapolated() {
        DiscreteGame finest = game(0.5, 257, 256);
        Equilibrium solved = solver.solve(finest);
        NextGrid next = new NextGrid();
        double[] errors = new double[3];
        for (int k = 0; k < 3; k++) {
            DiscreteGame game = game(0.5, (32 << k) + 1, 32 << k);
            next.add(game, solver.solve(game));
            errors[k] = distance(next.start(finest).orElseThrow().m(), solved.m());
        }
        double interpolated = distance(
                Prolongation.to(finest, solver.solve(game(0.5, 129, 128))).m(), solved.m());
        assertThat(errors[1]).isGreaterThan(interpolated);
        assertThat(errors[2]).isLessThan(interpolated / 2);
    }

    @Test
    void theValueFunctionIsTheBestResponseWhereThatIsNearer() {
        for (double lambda : new double[] {0.5, 200}) {
            NextGrid next = new NextGrid();
            Equilibrium last = null;
            for (int nodes = 17; nodes < 128; nodes = 2 * nodes - 1) {
                DiscreteGame game = game(lambda, nodes, nodes - 1);
                last = solver.solve(game);
                next.add(game, last);
            }
            DiscreteGame finer = game(lambda, 257, 256);
            Guess start = next.start(finer).orElseThrow();
            double[] interpolated = Prolongation.to(finer, last).u();
            double[] response = start.u().clone();
            finer.backward(start.m(), response);
            boolean isResponse = distance(start.u(), response) < 1e-9;
            assertThat(residual(finer, start.u()))
                    .as("lambda %s", lambda)
                    .isCloseTo(
                            Math.min(residual(finer, interpolated), residual(finer, response)), withinPercentage(1e-6));
            assertThat(isResponse).as("lambda %s", lambda).isEqualTo(lambda < 1);
        }
    }

    /** What is extrapolated would be negative where the crowd has left for good from one grid to the next. */
    @Test
    void densitiesStayPositive() {
        NextGrid next = new NextGrid();
        for (int k = 0; k < 3; k++) {
            DiscreteGame game = game(0.5, (16 << k) + 1, 16 << k);
            double share = 1 - 0.45 * k;
            double[] m = solver.solve(game).m();
            int half = game.space().size() / 2;
            for (int i = 0; i < m.length; i++) {
                m[i] = i % game.space().size() < half ? share : 2 - share;
            }
            next.add(game, equilibrium(game, m, Status.CONVERGED));
        }
        double[] m = next.start(game(0.5, 129, 128)).orElseThrow().m();
        assertThat(Arrays.stream(m).min().orElseThrow()).isPositive();
    }

    @Test
    void aSolveThatDivergesIsNoStart() {
        NextGrid next = new NextGrid();
        DiscreteGame game = game(0.5, 17, 16);
        assertThat(next.start(game)).isEmpty();
        next.add(game, solver.solve(game));
        assertThat(next.start(game)).isPresent();
        next.add(game, equilibrium(game, solver.solve(game).m(), Status.DIVERGED));
        assertThat(next.start(game)).isEmpty();
    }

    private static Equilibrium equilibrium(DiscreteGame game, double[] m, Status status) {
        return new Equilibrium(
                game.game(), game.space(), game.time(), new double[game.size()], m, status, "", List.of());
    }

    private static double residual(DiscreteGame game, double[] u) {
        double[] m = new double[u.length];
        double[] residual = new double[u.length];
        game.forward(u, m);
        game.backwardResidual(u, m, residual);
        return distance(residual, new double[u.length]);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    private static DiscreteGame game(double lambda, int nodes, int steps) {
        return SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .coupling(SmallGames.crowdAversion(lambda))
                        .build(),
                nodes,
                steps);
    }
}
