package org.mfg.solvers.errorbars;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.coupled.CoupledEquations;
import org.mfg.solvers.coupled.Leaving;
import org.mfg.solvers.sensitivity.Derivative;

/**
 * What the residuals (R, S) of both equations at fields (u, m) are worth to quantities J, to first order. With R' the linearised equations and (p, q) the adjoint
 * of J,
 *
 * <pre>
 *   -(p·R + q·S) = J' (du, dm),    R' (du, dm) = -(R, S)
 * </pre>
 *
 * <p>of which the right side takes a linear solve for each equation whatever the number of quantities, and the left one for each quantity.
 */
final class NewtonStep {
    /** A density falls to no less than this part of itself: it stays above 0. */
    private static final double LEAST_PART = 0.1;

    private final DiscreteGame game;
    private final double[] u;
    private final double[] m;
    private final double[] backward;
    private final double[] forward;
    private final CoupledEquations equations;

    /** @param tolerance of the linear solves */
    NewtonStep(DiscreteGame game, Guess at, double tolerance) {
        this.game = game;
        m = at.m();
        backward = new double[game.size()];
        forward = new double[game.size()];
        // A dissipation that follows the drifts does so here.
        game.forwardResidual(at.u(), m, forward);
        game.backwardResidual(at.u(), m, backward);
        u = Leaving.paid(game, at.u(), backward);
        game.backwardResidual(u, m, backward);
        game.forwardResidual(u, m, forward);
        equations = new CoupledEquations(game, u, m, tolerance);
    }

    /** The change of both fields that one or both of the residuals ask for. */
    Change change(boolean ofValue, boolean ofDensity) {
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        equations.solve(negative(backward, ofValue), negative(forward, ofDensity), du, dm);
        return new Change(du, dm);
    }

    /** The fields with the changes that both residuals ask for. */
    Guess after(Change ofValue, Change ofDensity) {
        double[] nextU = u.clone();
        double[] nextM = m.clone();
        for (int i = 0; i < nextU.length; i++) {
            nextU[i] += ofValue.du()[i] + ofDensity.du()[i];
            nextM[i] = Math.max(m[i] + ofValue.dm()[i] + ofDensity.dm()[i], Math.min(m[i], LEAST_PART * m[i]));
        }
        return new Guess(nextU, nextM);
    }

    /** The value of a quantity at (u, m). */
    double value(Quantity quantity) {
        return quantity.value(game, u, m);
    }

    /** By how much it grows with a change. */
    double change(Quantity quantity, Change change) {
        return Derivative.along(quantity, game, u, m, change.du(), change.dm());
    }

    /** A change of both fields. */
    record Change(double[] du, double[] dm) {}

    private static double[] negative(double[] v, boolean isOn) {
        double[] negative = new double[v.length];
        for (int i = 0; isOn && i < v.length; i++) {
            negative[i] = -v[i];
        }
        return negative;
    }
}
