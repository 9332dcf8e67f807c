package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;

class DualityGapTest {
    private static final double LAMBDA = 0.5;

    private final DiscreteGame game = SmallGames.discretize(
            SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic()).build(), 20, 20);
    private final Equilibrium equilibrium = new NewtonSolver(new StoppingRule(1e-12, 50)).solve(game);

    /** The cost of a population in the convex problem: what it pays, its couplings with the potential ½ λ m² in place of m F = λ m². */
    private double potential(double[] u, double[] m) {
        int n = game.space().size();
        double half = 0;
        for (int j = 1; j < game.time().levels(); j++) {
            for (int i = 0; i < n; i++) {
                half += game.time().step(0) * game.space().weight(i) * 0.5 * LAMBDA * m[j * n + i] * m[j * n + i];
            }
        }
        return PolicyCost.of(game, u, m) - half;
    }

    private double[] perturbed(double size) {
        double[] u = equilibrium.u().clone();
        double[] noise = SmallGames.noise(u.length, 5);
        for (int i = 0; i < u.length - game.space().size(); i++) {
            u[i] += size * noise[i];
        }
        return u;
    }

    @Test
    void gapAndExploitabilityGrowAwayFromTheEquilibriumAndBoundThePotential() {
        double least = potential(equilibrium.u(), equilibrium.m());
        assertThat(equilibrium.dualityGap()).isBetween(0.0, 1e-18);
        double before = 0;
        for (double size : new double[] {1e-4, 1e-3, 1e-2, 1e-1}) {
            double[] u = perturbed(size);
            double[] m = new double[u.length];
            game.forward(u, m);
            double gap = new Yardstick(game).dualityGap(u, m);
            double exploitability =
                    new Yardstick(game).measure(0, u, m, 1, 0, 0).exploitability();
            double excess = potential(u, m) - least;

            assertThat(gap).isGreaterThan(5 * before);
            assertThat(exploitability).isGreaterThan(5 * before);
            assertThat(excess).isPositive().isLessThan(gap).isLessThan(exploitability);
            before = Math.min(gap, exploitability) / 10;
        }
    }

    /** Of a linear F = λ m the gap is Σ Δt Σ w ρ²/(2λ), if no density that u answers to is negative. */
    @Test
    void ofALinearCouplingItIsTheSquareOfTheResidual() {
        double[] u = perturbed(1e-5);
        double[] m = new double[u.length];
        game.forward(u, m);
        double[] residual = new double[u.length];
        game.backwardResidual(u, m, residual);
        int n = game.space().size();
        double expected = 0;
        for (int j = 0; j < game.time().steps(); j++) {
            for (int i = 0; i < n; i++) {
                double rho = residual[j * n + i] / game.time().step(0);
                double here = m[(j + 1) * n + i];
                double answered = Math.max(0, here + rho / LAMBDA);
                double moved = here - answered;
                expected += game.time().step(0)
                        * game.space().weight(i)
                        * (0.5 * LAMBDA * moved * moved + (LAMBDA * answered - LAMBDA * here - rho) * moved);
            }
        }

        assertThat(new Yardstick(game).dualityGap(u, m)).isCloseTo(expected, within(1e-9 * expected));
    }

    /** Then nothing bounds the densities that u may answer to but the mass there is. */
    @Test
    void itIsFiniteWhereTheCouplingIsBounded() {
        LocalCoupling saturating = (t, x, m) -> m / (1 + m);
        MeanFieldGame bounded = MeanFieldGame.builder("bounded")
                .domain(SmallGames.INTERVAL)
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(Hamiltonians.quadratic())
                .coupling(saturating)
                .initialDensity(x -> 1)
                .build();
        DiscreteGame small = SmallGames.discretize(bounded, 10, 10);
        double[] u = SmallGames.noise(small.size(), 2);
        double[] m = new double[u.length];
        small.forward(u, m);

        assertThat(new Yardstick(small).dualityGap(u, m)).isPositive().isFinite();
    }

    @Test
    void aGameWithoutAPotentialHasNone() {
        DiscreteGame crowded = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.driftingInACrowd())
                        .build(),
                10,
                10);

        assertThat(new Yardstick(crowded).dualityGap(new double[crowded.size()], new double[crowded.size()]))
                .isNaN();
    }
}
