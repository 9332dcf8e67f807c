package org.mfg.solvers.sensitivity;

import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.coupled.Leaving;

/**
 * How the discrete equations change with a parameter while u and m are held: ∂R/∂θ by a difference of the residuals of games made for values near θ,
 * central where there are games on both sides, otherwise of three values on one side; both of second order. Where agents leave, u is what leaving costs, and
 * moves with it.
 */
final class ParameterChange {
    /** About where rounding and truncation are alike: residuals are differences of values that are 1/Δt larger. */
    private static final double STEP = 0x1p-15;
    /** The games made for values near θ are that of θ between them, but for the square of the step. */
    private static final double SAME = 1e-7;

    private final DiscreteGame[] games;
    private final double[] factors;
    /** u with each game's costs of leaving. */
    private final double[][] u;

    private final double[] m;
    private final double[] backward;
    private final double[] forward;

    private ParameterChange(DiscreteGame[] games, double[] factors, double[] u, double[] m) {
        this.games = games;
        this.factors = factors;
        this.m = m;
        this.u = new double[games.length][];
        backward = new double[u.length];
        forward = new double[u.length];
        double[] residual = new double[u.length];
        for (int k = 0; k < games.length; k++) {
            games[k].backwardResidual(u, m, residual);
            this.u[k] = Leaving.paid(games[k], u, residual);
            games[k].backwardResidual(this.u[k], m, residual);
            add(factors[k], residual, backward);
            games[k].forwardResidual(this.u[k], m, residual);
            add(factors[k], residual, forward);
        }
    }

    static ParameterChange of(DiscreteGame game, double[] u, double[] m, double value, GameFamily family) {
        double step = STEP * (value == 0 ? 1 : Math.abs(value));
        try {
            DiscreteGame[] both = {family.at(value + step), family.at(value - step)};
            requireSame(game, both, u, m);
            return new ParameterChange(both, new double[] {0.5 / step, -0.5 / step}, u, m);
        } catch (InvalidInputException outside) {
            DiscreteGame own = family.at(value);
            requireSame(game, new DiscreteGame[] {own, own}, u, m);
            return onOneSide(own, u, m, value, step, family);
        }
    }

    private static ParameterChange onOneSide(
            DiscreteGame game, double[] u, double[] m, double value, double step, GameFamily family) {
        double[] factors = {-1.5 / step, 2 / step, -0.5 / step};
        try {
            DiscreteGame[] above = {game, family.at(value + step), family.at(value + 2 * step)};
            return new ParameterChange(above, factors, u, m);
        } catch (InvalidInputException outside) {
            DiscreteGame[] below = {game, family.at(value - step), family.at(value - 2 * step)};
            return new ParameterChange(below, new double[] {1.5 / step, -2 / step, 0.5 / step}, u, m);
        }
    }

    private static void requireSame(DiscreteGame game, DiscreteGame[] both, double[] u, double[] m) {
        double[] difference = new double[u.length];
        double[] residual = new double[u.length];
        game.backwardResidual(u, m, residual);
        add(-1, residual, difference);
        for (DiscreteGame other : both) {
            if (other.size() != game.size()) {
                throw InvalidInputException.of(
                        "family", "have games of " + game.size() + " nodes times levels", other.size());
            }
            other.backwardResidual(u, m, residual);
            add(0.5, residual, difference);
        }
        double scale = 1;
        double largest = 0;
        for (int i = 0; i < u.length; i++) {
            scale = Math.max(scale, Math.abs(u[i]));
            largest = Math.max(largest, Math.abs(difference[i]));
        }
        if (!(largest <= SAME * scale)) {
            throw InvalidInputException.because(
                    "family",
                    "the games made for values near the parameter's must have the one that was solved between them: residuals differ by "
                            + (float) largest
                            + ". A dissipation that followed the solver is one reason; give the discretisation a max-speed");
        }
    }

    private static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    /** ∂R_hjb/∂θ, a field. */
    double[] backward() {
        return backward;
    }

    /** ∂R_fp/∂θ, a field. */
    double[] forward() {
        return forward;
    }

    /** Adds the change of u where agents leave. */
    void addLeaving(double[] du) {
        for (int k = 0; k < games.length; k++) {
            add(factors[k], u[k], du);
        }
    }

    /** ∂J/∂θ. */
    double of(Quantity quantity) {
        double sum = 0;
        for (int k = 0; k < games.length; k++) {
            sum += factors[k] * quantity.value(games[k], u[k], m);
        }
        return sum;
    }

    /** Adds how what is observed changes while u and m are held. */
    void addTo(Observation observation, double[] derivatives) {
        for (int k = 0; k < games.length; k++) {
            add(factors[k], observation.of(games[k], u[k], m), derivatives);
        }
    }
}
