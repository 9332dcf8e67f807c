package org.mfg.solvers.sensitivity;

import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.coupled.Leaving;

/**
 * How the discrete equations change with a parameter while u and the masses w m are held: ∂R/∂θ by a difference of the residuals of games made for values near θ,
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

    /** With the masses of the nodes held: where the domain moves, so does the mass that a density stands for. */
    private final double[][] m;

    private final double[] backward;
    private final double[] forward;
    private final double[] ceiling;

    private ParameterChange(LinearizationPoint at, DiscreteGame[] games, double[] factors) {
        this.games = games;
        this.factors = factors;
        int size = at.u().length;
        u = new double[games.length][];
        m = new double[games.length][];
        backward = new double[size];
        forward = new double[size];
        ceiling = new double[size];
    }

    static ParameterChange of(LinearizationPoint at, double value, GameFamily family) {
        double step = STEP * (value == 0 ? 1 : Math.abs(value));
        try {
            DiscreteGame[] both = {family.at(value + step), family.at(value - step)};
            return new ParameterChange(at, both, new double[] {0.5 / step, -0.5 / step})
                    .differentiate(at, new double[] {0.5, 0.5});
        } catch (InvalidInputException outside) {
            return onOneSide(at, family.at(value), value, step, family);
        }
    }

    private static ParameterChange onOneSide(
            LinearizationPoint at, DiscreteGame game, double value, double step, GameFamily family) {
        double[] factors = {-1.5 / step, 2 / step, -0.5 / step};
        DiscreteGame[] games;
        try {
            games = new DiscreteGame[] {game, family.at(value + step), family.at(value + 2 * step)};
        } catch (InvalidInputException outside) {
            games = new DiscreteGame[] {game, family.at(value - step), family.at(value - 2 * step)};
            factors = new double[] {1.5 / step, -2 / step, 0.5 / step};
        }
        return new ParameterChange(at, games, factors).differentiate(at, new double[] {1, 0, 0});
    }

    /** @param shares of the games in a mean whose backward residual is that of the game itself */
    private ParameterChange differentiate(LinearizationPoint at, double[] shares) {
        double[] residual = new double[backward.length];
        double[] difference = at.residual().clone();
        for (int k = 0; k < games.length; k++) {
            DiscreteGame near = games[k];
            requireAsLarge(at.game(), near);
            double factor = factors[k];
            near.ceiling().ifPresent(most -> add(factor, most, ceiling));
            m[k] = at.density(near);
            at.writeResidual(near, at.u(), m[k], residual);
            add(-shares[k], residual, difference);
            u[k] = Leaving.paid(near, at.u(), residual);
            if (u[k] != at.u()) {
                at.writeResidual(near, u[k], m[k], residual);
            }
            add(factor, residual, backward);
            near.forwardResidual(u[k], m[k], residual);
            // Masses are what the equation conserves, of each game exactly.
            add(factor, at.ofMasses(near, residual), forward);
        }
        requireSame(at.u(), difference);
        return this;
    }

    private static void requireAsLarge(DiscreteGame game, DiscreteGame near) {
        if (near.size() != game.size()) {
            throw InvalidInputException.of(
                    "family", "have games of " + game.size() + " nodes times levels", near.size());
        }
    }

    private static void requireSame(double[] u, double[] difference) {
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

    /** ∂m_max/∂θ, a field; 0 without a ceiling. */
    double[] ceiling() {
        return ceiling;
    }

    /** The change of u where agents leave, a field. */
    double[] value() {
        double[] change = new double[backward.length];
        for (int k = 0; k < games.length; k++) {
            add(factors[k], u[k], change);
        }
        return change;
    }

    /** The change of m with the masses held, a field. */
    double[] density() {
        double[] change = new double[backward.length];
        for (int k = 0; k < games.length; k++) {
            add(factors[k], m[k], change);
        }
        return change;
    }

    /** ∂J/∂θ. */
    double of(Quantity quantity) {
        double sum = 0;
        for (int k = 0; k < games.length; k++) {
            sum += factors[k] * quantity.value(games[k], u[k], m[k]);
        }
        return sum;
    }

    /** Adds how what is observed changes while u and m are held. */
    void addTo(Observation observation, double[] derivatives) {
        for (int k = 0; k < games.length; k++) {
            add(factors[k], observation.of(games[k], u[k], m[k]), derivatives);
        }
    }
}
