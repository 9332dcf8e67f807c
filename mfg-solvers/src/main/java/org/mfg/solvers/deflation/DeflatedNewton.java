package org.mfg.solvers.deflation;

import java.util.Optional;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.solvers.coupled.CoupledEquations;

/**
 * Newton's method on D(m) r(u), with r the residual of a strategy u and the population m that plays it, and D the {@link Deflation}. As D is a number, its step
 * is a multiple of Newton's step N for r, so that nothing new is solved:
 *
 * <pre>
 *   (D r)' v = -D r    ⟺    v = N / (1 - (log D)' N),   r' N = -r
 * </pre>
 *
 * <p>damped so that D ‖r‖ falls; where that comes to a halt, begun again with full steps, which may pass. It ends near an equilibrium that is not among the known ones, or
 * fails.
 */
final class DeflatedNewton {
    private static final int MOST_STEPS = 60;
    private static final double LINEAR_TOLERANCE = 1e-6;
    /** Near enough for Newton's method itself. */
    private static final double CLOSE = 1e-7;

    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-3;
    /** The crowd may change by so much of its length at once. */
    private static final double LARGEST_CHANGE = 2;

    private final DiscreteGame game;
    private final Deflation deflation;
    private double[] u;
    private double[] m;
    private double[] residual;
    private double merit;
    private int steps;

    DeflatedNewton(DiscreteGame game, Deflation deflation) {
        this.game = game;
        this.deflation = deflation;
        u = new double[game.size()];
        m = new double[game.size()];
        residual = new double[game.size()];
    }

    /** Searches from a value function, first with steps that reduce D ‖r‖, then with full ones; empty where nothing is found. */
    Optional<Guess> search(double[] start, double[] crowd) {
        return search(start, crowd, true).or(() -> search(start, crowd, false));
    }

    private Optional<Guess> search(double[] start, double[] crowd, boolean isDamped) {
        u = start.clone();
        m = crowd.clone();
        try {
            merit = measure(u, m, residual);
            double first = length(residual);
            for (int k = 0; k < MOST_STEPS && advance(isDamped); k++) {
                steps++;
                if (length(residual) <= CLOSE * Math.max(1, first)) {
                    return Optional.of(new Guess(u, m));
                }
            }
        } catch (NumericalFailureException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The steps of all searches. */
    int steps() {
        return steps;
    }

    private boolean advance(boolean isDamped) {
        double[] du = new double[u.length];
        double[] dm = new double[u.length];
        double[] rhs = residual.clone();
        for (int i = 0; i < rhs.length; i++) {
            rhs[i] = -rhs[i];
        }
        new CoupledEquations(game, u, m, LINEAR_TOLERANCE).solve(rhs, new double[u.length], du, dm);
        double factor = 1 / (1 - deflation.logSlope(m, dm));
        double change = Math.abs(factor) * length(dm) / length(m);
        double step = Math.min(1, LARGEST_CHANGE / change);
        double[] trialU = new double[u.length];
        double[] trialM = new double[u.length];
        double[] trialResidual = new double[u.length];
        for (; step >= SMALLEST_STEP; step /= 2) {
            for (int i = 0; i < u.length; i++) {
                trialU[i] = u[i] + step * factor * du[i];
            }
            System.arraycopy(m, 0, trialM, 0, m.length);
            double trial = measureTrial(trialU, trialM, trialResidual);
            if (trial < (isDamped ? (1 - SUFFICIENT_DECREASE * step) * merit : Double.POSITIVE_INFINITY)) {
                u = trialU;
                m = trialM;
                residual = trialResidual;
                merit = trial;
                return true;
            }
        }
        return false;
    }

    private double measureTrial(double[] u, double[] m, double[] residual) {
        try {
            return measure(u, m, residual);
        } catch (NumericalFailureException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Finds the population and the residual of a strategy; gives D ‖r‖. */
    private double measure(double[] u, double[] m, double[] residual) {
        game.forward(u, m);
        game.backwardResidual(u, m, residual);
        return deflation.factor(m) * length(residual);
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return Math.sqrt(sum);
    }
}
