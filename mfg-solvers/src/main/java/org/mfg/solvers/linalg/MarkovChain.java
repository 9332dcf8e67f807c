package org.mfg.solvers.linalg;

import org.mfg.api.NumericalFailureException;

/**
 * The stationary masses of Markov chains, by the elimination of Grassmann, Taksar and Heyman (Oper. Res. 33 (1985)): states are removed one after the other, and what passes
 * through a removed one is added to the rates between the rest. Nothing is subtracted, so that every mass is right to a small multiple of round-off, relative to
 * itself, however rarely the chain goes from one end to the other (O'Cinneide 1993). Only the recurrent class takes part; transient
 * states have the mass 0.
 *
 * <p>Memory: what an elimination in that order fills in, and what {@link RecurrentClasses} needs.
 */
public final class MarkovChain {
    private final ChainElimination elimination;
    private final RecurrentClasses classes;

    /**
     * A chain whose jumps reach no farther than a band in the flat index: O(n band²) operations.
     *
     * @param band the largest |i - j| of a jump from i to j
     */
    public MarkovChain(int n, int band) {
        elimination = new BandedChain(n, band);
        classes = new RecurrentClasses(n);
    }

    /** A chain on a grid in the plane or space: O(n^(3/2)) operations in the plane. */
    public MarkovChain(Dissection order) {
        elimination = new DissectedChain(order);
        classes = new RecurrentClasses(order.size);
    }

    /** The recurrent classes of the chain that was looked at last. */
    public RecurrentClasses classes() {
        return classes;
    }

    /**
     * Writes the masses, >= 0 and of sum 1, if they are unique: if the chain has one recurrent class.
     *
     * @param s the matrix I + τA of an M-matrix A with row sums 0: the rate from i to its neighbour is minus the off-diagonal
     * @param neighbour by side and node, as the off-diagonals; a node itself where there is none
     * @param certain the parts of the rates that are given as they are; see {@link RecurrentClasses#find}
     * @param isExcluded the nodes that are no states of the chain
     * @return the number of recurrent classes; unless it is 1, masses stay as they are
     * @throws NumericalFailureException if there is one but no elimination, as may be with rates that are negative or not finite
     */
    public int stationaryMasses(
            StencilMatrix s, int[][] neighbour, double[][] certain, boolean[] isExcluded, double[] masses) {
        int count = classes.find(s, neighbour, certain, isExcluded);
        if (count == 1) {
            boolean isEliminated = elimination.masses(s, neighbour, classes, masses);
            double sum = 0;
            for (double mass : masses) {
                sum += mass;
            }
            if (!(isEliminated && sum > 0 && sum <= Double.MAX_VALUE)) {
                throw failure();
            }
            for (int i = 0; i < masses.length; i++) {
                masses[i] /= sum;
            }
        }
        return count;
    }

    private static NumericalFailureException failure() {
        return new NumericalFailureException(
                "the density of a stationary crowd could not be found by elimination: rates between"
                        + " its nodes are negative, as those of central differences are where drift outweighs diffusion, or not finite");
    }
}
