package org.mfg.solvers.sensitivity;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/** The derivative of a quantity J in whatever the equations of an equilibrium depend on: what a unit of each residual is worth. */
public final class Adjoint {
    private final LinearizationPoint at;
    private final DiscreteGame game;
    private final Quantity quantity;
    private final Gradient gradient;
    private final double[] p;
    private final double[] q;
    private final double[] costs;

    /** @param costs dJ by the running cost, without the weights of places and times */
    Adjoint(LinearizationPoint at, Quantity quantity, Gradient gradient, double[] p, double[] q, double[] costs) {
        this.at = at;
        game = at.game();
        this.quantity = quantity;
        this.gradient = gradient;
        this.p = p;
        this.q = q;
        this.costs = costs;
    }

    /** dJ/dθ of a parameter with the value θ; as {@link Sensitivity#tangent}, without a linear solve. */
    public double to(double value, GameFamily family) {
        ParameterChange change = ParameterChange.of(at, value, family);
        double[] byCeiling = at.multipliers().pressureChange(change.density(), change.ceiling());
        double sum = change.of(quantity) + gradient.alongPressure(byCeiling);
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

    /**
     * The derivative in the terminal cost, one level: J changes by Σ w (this) dg.
     *
     * @throws InvalidInputException if a target density takes its place
     */
    public double[] toTerminalCost() {
        if (at.multipliers().hasTarget()) {
            throw InvalidInputException.because(
                    "game", "game must have a terminal cost, not a target density, for a derivative in it");
        }
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
