package org.mfg.solvers.sensitivity;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;

/** The derivative of a quantity J in whatever the equations of an equilibrium depend on: what a unit of each residual is worth. */
public final class Adjoint {
    private final DiscreteGame game;
    private final double[] u;
    private final double[] m;
    private final Quantity quantity;
    private final double[] p;
    private final double[] q;
    private final double[] costs;

    /** @param costs dJ by the running cost, without the weights of places and times */
    Adjoint(DiscreteGame game, double[] u, double[] m, Quantity quantity, double[] p, double[] q, double[] costs) {
        this.game = game;
        this.u = u;
        this.m = m;
        this.quantity = quantity;
        this.p = p;
        this.q = q;
        this.costs = costs;
    }

    /** dJ/dθ of a parameter with the value θ; as {@link Sensitivity#tangent}, without a linear solve. */
    public double to(double value, GameFamily family) {
        ParameterChange change = ParameterChange.of(game, u, m, value, family);
        double sum = change.of(quantity);
        for (int i = 0; i < p.length; i++) {
            sum -= p[i] * change.backward()[i] + q[i] * change.forward()[i];
        }
        return sum;
    }

    /**
     * The derivative in the running cost as a function of time and place, a field: J changes by Σ_j Δt Σ w (this) df over the levels j that the scheme
     * takes costs at. Of a stationary game the level 1 counts, without Δt.
     */
    public double[] toRunningCost() {
        double[] density = byWeights(costs);
        double dt = game.game().isStationary() ? game.time().step(0) : 1;
        for (int i = 0; i < density.length; i++) {
            density[i] *= dt;
        }
        return density;
    }

    /** The derivative in the terminal cost, one level: J changes by Σ w (this) dg. */
    public double[] toTerminalCost() {
        int n = game.space().size();
        return byWeights(Arrays.copyOfRange(p, p.length - n, p.length));
    }

    /** The derivative in the initial density, one level: J changes by Σ w (this) dm0 for changes of no mass, so that a constant means nothing. */
    public double[] toInitialDensity() {
        return byWeights(Arrays.copyOf(q, game.space().size()));
    }

    private double[] byWeights(double[] weights) {
        double[] density = new double[weights.length];
        int n = game.space().size();
        for (int i = 0; i < weights.length; i++) {
            double w = game.space().weight(i % n);
            density[i] = w > 0 ? weights[i] / w : 0;
        }
        return density;
    }
}
