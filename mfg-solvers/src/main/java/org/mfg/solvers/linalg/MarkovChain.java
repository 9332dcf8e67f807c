package org.mfg.solvers.linalg;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;

/**
 * The stationary masses of Markov chains whose jumps reach no farther than a band, by the elimination of Grassmann, Taksar and Heyman
 * (Oper. Res. 33 (1985)): states are removed one after the other from the last, and what passes through a removed one is added to
 * the rates between the rest. Nothing is subtracted, so that every mass is right to a small multiple of round-off, relative to
 * itself, however rarely the chain goes from one end to the other (O'Cinneide 1993). Only the recurrent class takes part; transient
 * states have the mass 0.
 *
 * <p>Memory: 2 band + 1 numbers a state, allocated when first needed, and what {@link RecurrentClasses} needs.
 */
public final class MarkovChain {
    /** Masses are scaled down beyond this size. */
    private static final double LARGE = 1e150;

    private final int n;
    private final int band;
    private final int width;
    private final int length;

    /** The rate from i to j at i width + band + j - i; once i is removed, from i the probability of j. */
    private double[] rate = new double[0];

    /** The rates from the state that is removed: read from an array of their own, so that the loop runs in vectors. */
    private final double[] row;

    private final RecurrentClasses classes;

    /** @param band the largest |i - j| of a jump from i to j */
    public MarkovChain(int n, int band) {
        this.n = n;
        this.band = band;
        width = 2 * band + 1;
        length = Math.multiplyExact(n, width);
        row = new double[band];
        classes = new RecurrentClasses(n);
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
            load(s, neighbour);
            eliminate(masses);
        }
        return count;
    }

    private void eliminate(double[] masses) {
        int first = 0;
        while (!isRecurrent(first)) {
            first++;
        }
        for (int k = n - 1; k > first; k--) {
            if (isRecurrent(k)) {
                remove(k);
            }
        }
        Arrays.fill(masses, 0);
        masses[first] = 1;
        double sum = 1;
        for (int j = first + 1; j < n; j++) {
            double mass = 0;
            for (int i = Math.max(first, j - band); i < j; i++) {
                mass += masses[i] * rate[at(i, j)];
            }
            masses[j] = mass;
            sum += mass;
            if (sum > LARGE) {
                for (int i = first; i <= j; i++) {
                    masses[i] /= LARGE;
                }
                sum /= LARGE;
            }
        }
        for (int i = first; i < n; i++) {
            masses[i] /= sum;
        }
        if (!(sum > 0 && sum <= Double.MAX_VALUE)) {
            throw failure();
        }
    }

    private boolean isRecurrent(int i) {
        return classes.of(i) != RecurrentClasses.NONE;
    }

    private static NumericalFailureException failure() {
        return new NumericalFailureException(
                "the density of a stationary crowd could not be found by elimination: rates between"
                        + " its nodes are negative, as those of central differences are where drift outweighs diffusion, or not finite");
    }

    private int at(int i, int j) {
        return i * width + band + j - i;
    }

    private void load(StencilMatrix s, int[][] neighbour) {
        if (rate.length == 0) {
            rate = new double[length];
        }
        Arrays.fill(rate, 0);
        for (int side = 0; side < neighbour.length; side++) {
            for (int i = 0; i < n; i++) {
                int j = neighbour[side][i];
                if (j != i && isRecurrent(i)) {
                    rate[at(i, j)] -= s.off[side][i];
                }
            }
        }
    }

    /** Removes the last state k; the rates into it become the mass of k that each unit of mass of the others makes. */
    private void remove(int k) {
        int from = Math.max(0, k - band);
        double out = 0;
        for (int j = from; j < k; j++) {
            out += rate[at(k, j)];
        }
        if (!(out > 0)) {
            throw failure();
        }
        System.arraycopy(rate, at(k, from), row, 0, k - from);
        for (int i = from; i < k; i++) {
            double into = rate[at(i, k)] / out;
            rate[at(i, k)] = into;
            if (into > 0) {
                // The rate from i to itself, which this makes too, means nothing and is not read.
                int begin = at(i, from);
                for (int j = 0; j < k - from; j++) {
                    rate[begin + j] += into * row[j];
                }
            }
        }
    }
}
