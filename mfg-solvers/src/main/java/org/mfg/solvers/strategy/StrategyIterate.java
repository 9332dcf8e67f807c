package org.mfg.solvers.strategy;

import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Exit;

/**
 * An iterate that is a strategy: the value function u whose feedback is played, the population m = forward(u) that plays it,
 * and the scaled residual r of the Hamilton-Jacobi-Bellman equation at (u, m). Whatever u is, m is a density of mass 1.
 * Moves along a direction by as much as reduces ‖r‖, the Euclidean length.
 */
public final class StrategyIterate {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-4;
    private static final double MORE_THAN_ROUND_OFF = 0.01;

    private final DiscreteGame game;
    private final int size;
    private double[] u;
    private double[] m;
    private double[] residual;
    private double[] trialU;
    private double[] trialM;
    private double[] trialResidual;
    private double norm;
    private double step = 1;

    /**
     * Starts at a value function, which is copied.
     *
     * @throws NumericalFailureException if its population cannot be computed
     */
    public StrategyIterate(DiscreteGame game, double[] start) {
        this.game = game;
        size = game.size();
        u = start.clone();
        m = new double[size];
        residual = new double[size];
        trialU = new double[size];
        trialM = new double[size];
        trialResidual = new double[size];
        settleExits(game, u);
        measure();
    }

    /** Goes on from another value function, which is copied. */
    public void restartFrom(double[] start) {
        System.arraycopy(start, 0, u, 0, size);
        settleExits(game, u);
        measure();
    }

    /**
     * What agents pay at an exit is given, so the linearised equations do not change it: a start that was interpolated from a coarser grid, whose doors
     * are other nodes, gets it here.
     */
    public static void settleExits(DiscreteGame game, double[] u) {
        for (Exit exit : game.space().exits()) {
            for (int node : exit.nodes()) {
                for (int at = node; at < u.length; at += game.space().size()) {
                    u[at] = exit.cost();
                }
            }
        }
    }

    private void measure() {
        game.forward(u, m);
        game.backwardResidual(u, m, residual);
        norm = length(residual);
    }

    /** The value function; valid until the next move. */
    public double[] u() {
        return u;
    }

    /** The density; valid until the next move. */
    public double[] m() {
        return m;
    }

    /** The residual r; valid until the next move. */
    public double[] residual() {
        return residual;
    }

    /** ‖r‖. */
    public double residualNorm() {
        return norm;
    }

    /** The step length of the last move. */
    public double step() {
        return step;
    }

    /**
     * Moves to u + s du with the first s = firstStep, firstStep/2, firstStep/4, ... for which ‖r‖ falls by at least a little
     * (Armijo); stays where it is and returns false if there is none.
     */
    public boolean moveAlong(double[] du, double firstStep) {
        for (step = firstStep; step >= SMALLEST_STEP; step /= 2) {
            for (int i = 0; i < size; i++) {
                trialU[i] = u[i] + step * du[i];
            }
            double trialNorm = measureTrial();
            if (trialNorm <= (1 - SUFFICIENT_DECREASE * step) * norm) {
                accept(trialNorm);
                return true;
            }
        }
        return hasChanged();
    }

    /**
     * Whether the residual here is another one than it was, though the strategy is the same: a discretisation whose dissipation follows
     * the iterate has grown it for a trial, and it is another game from then on.
     */
    private boolean hasChanged() {
        double before = norm;
        measure();
        return Math.abs(norm - before) > MORE_THAN_ROUND_OFF * before;
    }

    /** ‖r‖ at the trial; infinite where a sweep fails. */
    private double measureTrial() {
        System.arraycopy(m, 0, trialM, 0, size);
        try {
            game.forward(trialU, trialM);
            game.backwardResidual(trialU, trialM, trialResidual);
        } catch (NumericalFailureException e) {
            return Double.POSITIVE_INFINITY;
        }
        return length(trialResidual);
    }

    private void accept(double trialNorm) {
        double[] swap = u;
        u = trialU;
        trialU = swap;
        swap = m;
        m = trialM;
        trialM = swap;
        swap = residual;
        residual = trialResidual;
        trialResidual = swap;
        norm = trialNorm;
    }

    private static double length(double[] v) {
        double sum = 0;
        for (double vi : v) {
            sum += vi * vi;
        }
        return Math.sqrt(sum);
    }
}
