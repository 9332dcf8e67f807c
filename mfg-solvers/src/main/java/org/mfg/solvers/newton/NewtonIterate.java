package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.progress.SolveLog;

/** An iterate of Newton's method and the step to the next one. */
interface NewtonIterate {
    /** Where drifts are too steep to be linearised in u, one with momenta; else one of u alone. */
    static NewtonIterate of(DiscreteGame game, double[] start, KrylovSettings krylov, WorkFields fields) {
        MomentumForm form = game.momentumForm().orElse(null);
        return form == null
                ? new ValueIterate(game, start, krylov, fields)
                : new DriftIterate(game, form, start, krylov, fields);
    }

    /** Goes on from another value function. */
    void restartFrom(double[] start);

    /** The value function; valid until the next step. */
    double[] u();

    /** Records it with the crowd that plays it; returns whether the solve is over. */
    boolean record(SolveLog log, double step, int sweeps);

    /** The length of what is to vanish. */
    double residualNorm();

    /** The length of the last step. */
    double step();

    /** The work of the last advance in linear forward-backward sweeps. */
    int sweeps();

    /** What was done for the linear systems, in a sentence; empty if nothing but sweeps. */
    String account();

    /**
     * Makes one damped Newton step; false if no step reduces the residual.
     *
     * @param enough the reduction of the residual that is enough: an iterative solution of the linear system is not much more exact than that (Kelley 1995, section 6.3)
     * @param residual its size where costs are of order 1; the first linear system after a start is solved the more exactly the smaller it is, roughly where it is infinite
     */
    boolean advance(double enough, double residual);
}
