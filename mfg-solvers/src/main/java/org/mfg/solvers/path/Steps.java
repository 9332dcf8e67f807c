package org.mfg.solvers.path;

import org.mfg.api.grid.TimeGrid;

/** The time steps of a path, whose parameters are constant over a step and those of its end. */
final class Steps {
    /** A time this part of a step after a level is the level, but for round-off. */
    private static final double ROUND_OFF = 1e-6;

    private final TimeGrid time;
    private final int last;
    /** What was asked last: kernels ask for all nodes of a level. */
    private Found found = new Found(Double.NaN, 0);

    Steps(TimeGrid time) {
        this.time = time;
        last = time.steps() - 1;
    }

    private record Found(double t, int step) {}

    /** The step, from 0, that a time lies in: (t_j, t_j+1]; what lies outside of the horizon counts to the nearest. */
    int at(double t) {
        Found known = found;
        if (known.t != t) {
            int step = (int) Math.ceil(time.level(t) - ROUND_OFF) - 1;
            known = new Found(t, Math.min(Math.max(step, 0), last));
            found = known;
        }
        return known.step;
    }

    /** The time at the end of a step. */
    double end(int step) {
        return time.time(step + 1);
    }
}
