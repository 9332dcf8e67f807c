package org.mfg.solvers.strategy;

import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.WorkFields;
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
    private final WorkFields fields;
    private final int size;
    private double[] u;
    private double[] m;
    private double[] residual;
    private double norm;
    private double step = 1;

    /**
     * Starts at a value function, which is copied.
     *
     * @param fields to try steps in: three
     * @throws NumericalFailureException if its population cannot be computed
     */
    public StrategyIterate(DiscreteGame game, double[] start, WorkFields fields) {
        this.game = game;
        this.fields = fields;
        size = game.size();
        u = start.clone();
        m = new double[size];
        residual = new double[size];
        settleExits(game, u);
        norm = measured(u, m, residual);
    }

    /** Goes on from another value function, which is copied. */
    public void restartFrom(double[] start) {
        Trial trial = new Trial();
        System.arraycopy(start, 0, trial.u, 0, size);
        settleExits(game, trial.u);
        trial.accept(trial.norm());
    }

    /** Another strategy, its population and its residual, in fields that are given back in the end: those, or those of the strategy before. */
    private final class Trial {
        final double[] u = fields.take(size);
        final double[] m = fields.take(size);
        final double[] residual = fields.take(size);

        double norm() {
            System.arraycopy(StrategyIterate.this.m, 0, m, 0, size);
            return measured(u, m, residual);
        }

        /** The same; infinite where a sweep fails. */
        double normOrFailure() {
            try {
                return norm();
            } catch (NumericalFailureException e) {
                return Double.POSITIVE_INFINITY;
            }
        }

        void accept(double norm) {
            StrategyIterate here = StrategyIterate.this;
            fields.give(here.u, here.m, here.residual);
            here.u = u;
            here.m = m;
            here.residual = residual;
            here.norm = norm;
        }

        void giveBack() {
            fields.give(u, m, residual);
        }
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

    /** Writes population and residual of u; returns ‖r‖. */
    private double measured(double[] u, double[] m, double[] residual) {
        game.forward(u, m);
        game.backwardResidual(u, m, residual);
        return length(residual);
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
        Trial trial = new Trial();
        for (step = firstStep; step >= SMALLEST_STEP; step /= 2) {
            for (int i = 0; i < size; i++) {
                trial.u[i] = u[i] + step * du[i];
            }
            double trialNorm = trial.normOrFailure();
            if (trialNorm <= (1 - SUFFICIENT_DECREASE * step) * norm) {
                trial.accept(trialNorm);
                return true;
            }
        }
        return hasChanged(trial);
    }

    /**
     * Whether the residual here is another one than it was, though the strategy is the same: a discretisation whose dissipation follows
     * the iterate has grown it for a trial, and it is another game from then on.
     */
    private boolean hasChanged(Trial here) {
        System.arraycopy(u, 0, here.u, 0, size);
        double now = here.norm();
        boolean hasChanged = Math.abs(now - norm) > MORE_THAN_ROUND_OFF * norm;
        if (hasChanged) {
            here.accept(now);
        } else {
            here.giveBack();
        }
        return hasChanged;
    }

    private static double length(double[] v) {
        double sum = 0;
        for (double vi : v) {
            sum += vi * vi;
        }
        return Math.sqrt(sum);
    }
}
