package org.mfg.solvers.admm;

import org.mfg.api.discrete.ConvexForm;

/** The iteration of {@link AdmmSolver} on the convex problem of a game: its state, and its metric. Memory: four flows. */
final class AlternatingDirections {
    /** Between 1 and 2; Eckstein and Bertsekas (1992) recommend 1.5 to 1.8. */
    private static final double RELAXATION = 1.6;

    private final ConvexForm form;
    private final double[][] state;
    private final double[][] onConstraint;
    private final double[][] reflected;
    private final double[][] cheapest;

    AlternatingDirections(ConvexForm form) {
        this.form = form;
        state = flow();
        onConstraint = flow();
        reflected = flow();
        cheapest = flow();
    }

    private double[][] flow() {
        return new double[form.components()][form.size()];
    }

    /** Goes on from a strategy and the population that plays it, in the metric that fits them. */
    void enter(double[] u, double[] m) {
        form.enter(u, m, state);
    }

    /** Takes a number of steps. */
    void advance(int steps) {
        for (int k = 0; k < steps; k++) {
            form.project(state, onConstraint);
            for (int c = 0; c < state.length; c++) {
                reflect(state[c], onConstraint[c], reflected[c]);
            }
            form.proximal(reflected, cheapest);
            for (int c = 0; c < state.length; c++) {
                relax(state[c], onConstraint[c], cheapest[c]);
            }
        }
    }

    /** Writes the density reached, which is never negative, to the levels from 1 on of a field. */
    void density(double[] field) {
        System.arraycopy(cheapest[0], 0, field, field.length - cheapest[0].length, cheapest[0].length);
    }

    /** Writes what the crowd's limits cost in the last step. */
    void collect(Tolls tolls) {
        form.tolls(tolls.pressure, tolls.end);
    }

    private static void reflect(double[] z, double[] y, double[] out) {
        for (int i = 0; i < z.length; i++) {
            out[i] = 2 * y[i] - z[i];
        }
    }

    private static void relax(double[] z, double[] y, double[] x) {
        for (int i = 0; i < z.length; i++) {
            z[i] += RELAXATION * (x[i] - y[i]);
        }
    }
}
