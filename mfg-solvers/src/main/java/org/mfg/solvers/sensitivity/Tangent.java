package org.mfg.solvers.sensitivity;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;

/** The derivative of an equilibrium in a parameter θ. */
public final class Tangent {
    private final DiscreteGame game;
    private final double[] u;
    private final double[] m;
    private final ParameterChange change;
    /** 0 where agents leave. */
    private final double[] inner;

    private final double[] du;
    private final double[] dm;

    Tangent(DiscreteGame game, double[] u, double[] m, ParameterChange change, double[] inner, double[] dm) {
        this.game = game;
        this.u = u;
        this.m = m;
        this.change = change;
        this.inner = inner;
        this.dm = dm;
        du = inner.clone();
        change.addLeaving(du);
    }

    /** du/dθ at each node and level, a field; of places that move with θ, where the domain or the horizon does. */
    public double[] du() {
        return du;
    }

    /** dm/dθ, a field. */
    public double[] dm() {
        return dm;
    }

    /** dJ/dθ. */
    public double of(Quantity quantity) {
        return Derivative.along(quantity, game, u, m, inner, dm) + change.of(quantity);
    }

    /** The derivatives of what is observed. */
    public double[] of(Observation observation) {
        double[] derivatives = observation.of(game, inner, dm);
        change.addTo(observation, derivatives);
        return derivatives;
    }
}
