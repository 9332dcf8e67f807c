package org.mfg.api.equilibrium;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.TimeGrid;

/**
 * What an agent of a stationary game expects to gather of a flow q over a period τ, by the formula of Feynman and Kac: with A the generator of the
 * agents who play the equilibrium,
 *
 * <pre>
 *   C(x) = E[ ∫_0^τ q(X_t) dt | X_0 = x ],     ∂t C = A C + q,   C = 0 at t = 0.
 * </pre>
 *
 * <p>A is that of the scheme: the Hamilton-Jacobi-Bellman equation of a game of one short step, linearised at the value function. N implicit steps,
 * C^{n+1} = (1 - A τ/N)⁻¹ (C^n + q τ/N), cost one factorisation and N solves; the error is of first order in 1/N.
 */
public final class FeynmanKac {
    private FeynmanKac() {}

    /**
     * C at the nodes.
     *
     * @param game a stationary game
     * @param equilibrium its equilibrium
     * @param flow q at the nodes, per unit of time
     * @param period τ > 0
     * @param steps N >= 1
     * @throws InvalidInputException if the game has a horizon
     */
    public static double[] gathered(
            DiscreteGame game, Equilibrium equilibrium, double[] flow, double period, int steps) {
        MeanFieldGame forever = game.game();
        if (!forever.isStationary()) {
            throw InvalidInputException.because(
                    "game", "game " + forever.name() + " must be stationary: it has a horizon");
        }
        int n = flow.length;
        double dt = period / steps;
        DiscreteGame step = game.discretization()
                .discretize(forever.toBuilder().horizon(dt).discount(0).build(), game.grid(), new TimeGrid(dt, 1));
        Linearization linear = step.linearize(equilibrium.u(), equilibrium.m());
        double[] source = new double[2 * n];
        double[] gathered = new double[2 * n];
        for (int i = 0; i < n; i++) {
            source[i] = dt * flow[i];
        }
        for (int k = 0; k < steps; k++) {
            linear.backward(null, source, gathered);
            System.arraycopy(gathered, 0, source, n, n);
        }
        return Arrays.copyOf(gathered, n);
    }
}
