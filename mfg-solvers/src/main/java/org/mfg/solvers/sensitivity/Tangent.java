package org.mfg.solvers.sensitivity;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;

/** The derivative of an equilibrium in a parameter θ. */
public final class Tangent {
    private static final double STEP = 0x1p-15;

    private final LinearizationPoint at;
    private final DiscreteGame game;
    private final double[] u;
    private final double[] m;
    private final ParameterChange change;
    /** 0 where agents leave. */
    private final double[] inner;

    private final double[] du;
    private final double[] dm;
    /** Of the masses, by their weights. */
    private final double[] innerMass;

    private final double[] dPressure;

    Tangent(LinearizationPoint at, ParameterChange change, double[] inner, double[] innerMass) {
        this.at = at;
        game = at.game();
        u = at.u();
        m = at.m();
        this.change = change;
        this.inner = inner;
        this.innerMass = innerMass;
        du = sum(inner, change.value());
        dm = sum(innerMass, change.density());
        dPressure = at.multipliers().pressureChange(dm, change.ceiling());
    }

    /** du/dθ at each node and level, a field; of places that move with θ, where the domain or the horizon does. */
    public double[] du() {
        return du;
    }

    /** dm/dθ, a field. */
    public double[] dm() {
        return dm;
    }

    /** dP/dθ of the pressure of a ceiling, a field; empty without one. */
    public double[] dPressure() {
        return dPressure;
    }

    /** dJ/dθ. */
    public double of(Quantity quantity) {
        double along = Derivative.along(quantity, game, u, m, inner, innerMass) + alongPressure(quantity);
        return along + change.of(quantity);
    }

    /** The derivatives of what is observed. */
    public double[] of(Observation observation) {
        double[] derivatives = observation.of(game, inner, innerMass);
        change.addTo(observation, derivatives);
        return derivatives;
    }

    private double alongPressure(Quantity quantity) {
        if (dPressure.length == 0) {
            return 0;
        }
        return quantity.gradient(game, u, m)
                .map(gradient -> gradient.alongPressure(dPressure))
                .orElseGet(() -> byPressure(quantity));
    }

    private double byPressure(Quantity quantity) {
        double step =
                STEP / Math.max(1, Arrays.stream(dPressure).map(Math::abs).max().orElse(0));
        at.multipliers().press(game, step, dPressure);
        double above = quantity.value(game, u, m);
        at.multipliers().press(game, -step, dPressure);
        double below = quantity.value(game, u, m);
        at.multipliers().press(game);
        return (above - below) / (2 * step);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < a.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
