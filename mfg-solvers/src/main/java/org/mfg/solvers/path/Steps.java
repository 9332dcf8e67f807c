package org.mfg.solvers.path;

import org.mfg.api.grid.TimeGrid;

/** The time steps of a path, whose parameters are constant over a step and those of its end. */
record Steps(TimeGrid time) {
    /** A time this part of a step after a level is the level, but for round-off. */
    private static final double ROUND_OFF = 1e-6;

    int count() {
        return time.steps();
    }

    /** The step, from 0, that a time lies in: (t_j, t_j+1]; what lies outside of the horizon counts to the nearest. */
    int at(double t) {
        int step = (int) Math.ceil(t / time.step() - ROUND_OFF) - 1;
        return Math.min(Math.max(step, 0), time.steps() - 1);
    }

    /** The time at the end of a step. */
    double end(int step) {
        return time.time(step + 1);
    }
}
