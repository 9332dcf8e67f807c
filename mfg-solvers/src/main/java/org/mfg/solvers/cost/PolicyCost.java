package org.mfg.solvers.cost;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;

/**
 * The expected cost J(u) of the strategy -H_p(x, ∇u) against the population m that plays it: everybody's cost, the social
 * cost of mean field control. At an equilibrium it is Σ w m0 u(0).
 *
 * <p>With r the scaled residual of the Hamilton-Jacobi-Bellman equation at (u, m), the cost to go of the frozen strategy is
 * u - L⁻¹r, L the equation linearised at u. Since m solves the adjoint equation, no solve is needed:
 *
 * <pre>
 *   J = ⟨m0, u^0 - L⁻¹r⟩ = ⟨m0, u^0⟩ - Σ_j ⟨λ^j, r^j⟩ - ⟨m(T), r(T)⟩,   ⟨a, b⟩ = Σ w a b,
 * </pre>
 *
 * <p>with λ^j the {@linkplain DiscreteGame#stepDensity density of step j}, m^{j+1} for the implicit upwind scheme.
 */
public final class PolicyCost {
    private PolicyCost() {}

    /** The cost of the strategy u, where m = forward(u). */
    public static double of(DiscreteGame game, double[] u, double[] m) {
        double[] residual = new double[game.size()];
        game.backwardResidual(u, m, residual);
        return of(game, u, m, residual);
    }

    /** As {@link #of(DiscreteGame, double[], double[])}, given the result of backwardResidual(u, m). */
    public static double of(DiscreteGame game, double[] u, double[] m, double[] residual) {
        Grid grid = game.grid();
        int n = grid.size();
        int end = game.time().steps() * n;
        double cost = inner(grid, m, 0, u, 0) - inner(grid, m, end, residual, end);
        double[] density = new double[n];
        for (int at = 0; at < end; at += n) {
            game.stepDensity(u, m, at / n, density);
            cost -= inner(grid, density, 0, residual, at);
        }
        return cost;
    }

    private static double inner(Grid grid, double[] a, int aAt, double[] b, int bAt) {
        double sum = 0;
        for (int i = 0; i < grid.size(); i++) {
            sum += grid.weight(i) * a[aAt + i] * b[bAt + i];
        }
        return sum;
    }
}
