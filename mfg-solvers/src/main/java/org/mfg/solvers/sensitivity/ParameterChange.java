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

    /** Where the equations are differentiated: a game, its equilibrium and the multipliers there. */
    record At(DiscreteGame game, double[] u, double[] m, Multipliers multipliers) {
        /** Writes the residual of the backward equation of a game near this one. */
        void residual(DiscreteGame near, double[] value, double[] density, double[] residual) {
            multipliers.press(near);
            multipliers.backwardResidual(near, value, density, residual);
        }

        /** m with the masses w m of this game. */
        double[] density(DiscreteGame near) {
            int n = game.space().size();
            double[] density = m.clone();
            for (int i = 0; i < density.length; i++) {
                double weight = near.space().weight(i % n);
                density[i] *= weight > 0 ? game.space().weight(i % n) / weight : 1;
            }
            return density;
        }
    }

    private ParameterChange(At at, DiscreteGame[] games, double[] factors) {
        this.games = games;
        this.factors = factors;
        m = new double[games.length][];
        double[] u = at.u();
        this.u = new double[games.length][];
        backward = new double[u.length];
        forward = new double[u.length];
        double[] residual = new double[u.length];
        ceiling = new double[u.length];
        for (int k = 0; k < games.length; k++) {
            double factor = factors[k];
            games[k].ceiling().ifPresent(most -> add(factor, most, ceiling));
            m[k] = at.density(games[k]);
            at.residual(games[k], u, m[k], residual);
            this.u[k] = Leaving.paid(games[k], u, residual);
            at.residual(games[k], this.u[k], m[k], residual);
            add(factors[k], residual, backward);
            games[k].forwardResidual(this.u[k], m[k], residual);
            add(factors[k], residual, forward);
        }
    }

    static ParameterChange of(At at, double value, GameFamily family) {
        double step = STEP * (value == 0 ? 1 : Math.abs(value));
        try {
            DiscreteGame[] both = {family.at(value + step), family.at(value - step)};
            requireSame(at, both);
            return new ParameterChange(at, both, new double[] {0.5 / step, -0.5 / step});
        } catch (InvalidInputException outside) {
            DiscreteGame own = family.at(value);
            requireSame(at, new DiscreteGame[] {own, own});
            return onOneSide(at, own, value, step, family);
        }
    }

    private static ParameterChange onOneSide(At at, DiscreteGame game, double value, double step, GameFamily family) {
        double[] factors = {-1.5 / step, 2 / step, -0.5 / step};
        try {
            DiscreteGame[] above = {game, family.at(value + step), family.at(value + 2 * step)};
            return new ParameterChange(at, above, factors);
        } catch (InvalidInputException outside) {
            DiscreteGame[] below = {game, family.at(value - step), family.at(value - 2 * step)};
            return new ParameterChange(at, below, new double[] {1.5 / step, -2 / step, 0.5 / step});
        }
    }

    private static void requireSame(At at, DiscreteGame[] both) {
        DiscreteGame game = at.game();
        double[] u = at.u();
        double[] difference = new double[u.length];
        double[] residual = new double[u.length];
        at.residual(game, u, at.m(), residual);
        add(-1, residual, difference);
        for (DiscreteGame other : both) {
            if (other.size() != game.size()) {
                throw InvalidInputException.of(
                        "family", "have games of " + game.size() + " nodes times levels", other.size());
            }
            at.residual(other, u, at.density(other), residual);
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
