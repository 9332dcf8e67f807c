package org.mfg.solvers.finitedifferences;

/** Where a slice has the momenta q of its nodes from: they are the differences of a value function, or carried as they are. */
@FunctionalInterface
interface Momenta {

    /**
     * Writes the momenta of the nodes from ... to - 1 of a slice, by side and node from {@code from} on.
     *
     * @param field the value function, or the momenta
     * @param at where the slice begins
     */
    void read(double[] field, int at, int from, int to, double[][] q);
}
