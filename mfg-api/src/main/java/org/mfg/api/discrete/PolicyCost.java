package org.mfg.api.discrete;

import org.mfg.api.grid.Space;

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
 * <p>with λ^j the {@linkplain DiscreteGame#stepDensity density of step j}, m^{j+1} for the implicit upwind scheme. Agents whom a mass
 * source brings, or who are born, pay u at the level where they enter. With a discount and a horizon, or where a stationary crowd dies and is born, L is not the adjoint of
 * Fokker-Planck's operator, and L⁻¹r takes a linear backward sweep.
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
        Space space = game.space();
        int n = space.size();
        int end = game.time().steps() * n;
        double[] density = new double[n];
        boolean isAdjoint = game.game().isStationary()
                ? game.game().death().isEmpty()
                : game.game().discount() == 0;
        if (!isAdjoint) {
            double[] toGo = new double[u.length];
            game.linearize(u, m).backward(null, residual, toGo);
            for (int i = 0; i < toGo.length; i++) {
                toGo[i] = u[i] - toGo[i];
            }
            return ofCostToGo(game, m, toGo);
        }
        double cost = ofCostToGo(game, m, u) - inner(space, m, end, residual, end);
        for (int at = 0; at < end; at += n) {
            game.stepDensity(u, m, at / n, density);
            cost -= inner(space, density, 0, residual, at);
        }
        return cost;
    }

    /** What everybody pays whose cost to go is u: the crowd at the beginning, and whoever enters. */
    public static double ofCostToGo(DiscreteGame game, double[] m, double[] u) {
        Space space = game.space();
        int n = space.size();
        double cost = inner(space, m, 0, u, 0);
        if (game.game().massSource().isPresent() || game.game().death().isPresent()) {
            double[] density = new double[n];
            for (int j = 0; j < game.time().levels(); j++) {
                game.entryDensity(j, density);
                cost += inner(space, density, 0, u, j * n);
            }
        }
        return cost;
    }

    private static double inner(Space space, double[] a, int aAt, double[] b, int bAt) {
        double sum = 0;
        for (int i = 0; i < space.size(); i++) {
            sum += space.weight(i) * a[aAt + i] * b[bAt + i];
        }
        return sum;
    }
}
