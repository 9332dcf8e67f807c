package org.mfg.app.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is computed once for one published number or more.
 *
 * @param references the numbers
 * @param method the scheme, the grids and how they are extrapolated
 * @param isQuick whether it takes a second or two
 * @param computation computes ours, in the order of the references
 */
record Experiment(List<Reference> references, String method, boolean isQuick, Computation computation) {

    Experiment {
        references = List.copyOf(references);
    }

    /** Computes numbers. */
    @FunctionalInterface
    interface Computation {
        /**
         * The numbers.
         *
         * @throws UnsolvedException if a game has no equilibrium
         */
        double[] of(Laboratory laboratory) throws UnsolvedException;
    }

    static Experiment of(Reference reference, String method, boolean isQuick, Computation computation) {
        return new Experiment(List.of(reference), method, isQuick, computation);
    }

    List<Row> run(Laboratory laboratory) {
        double[] ours;
        try {
            ours = computation.of(laboratory);
        } catch (UnsolvedException e) {
            ours = new double[references.size()];
            Arrays.fill(ours, Double.NaN);
        }
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < ours.length; k++) {
            rows.add(new Row(references.get(k), method, ours[k]));
        }
        return rows;
    }
}
