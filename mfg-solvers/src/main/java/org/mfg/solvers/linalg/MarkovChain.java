package org.mfg.solvers.linalg;

import java.util.Arrays;

/**
 * The stationary masses of Markov chains whose jumps reach no farther than a band, by the elimination of Grassmann, Taksar and Heyman
 * (Oper. Res. 33 (1985)): states are removed one after the other from the last, and what passes through a removed one is added to
 * the rates between the rest. Nothing is subtracted, so that every mass is right to a small multiple of round-off, relative to
 * itself, however rarely the chain goes from one end to the other (O'Cinneide 1993).
 *
 * <p>Memory: 2 band + 1 numbers a state.
 */
public final class MarkovChain {
    /** Masses are scaled down beyond this size. */
    private static final double LARGE = 1e150;

    private final int n;
    private final int band;
    private final int width;

    /** The rate from i to j at i width + band + j - i; once i is removed, from i the probability of j. */
    private final double[] rate;

    /** @param band the largest |i - j| of a jump from i to j */
    public MarkovChain(int n, int band) {
        this.n = n;
        this.band = band;
        width = 2 * band + 1;
        rate = new double[Math.multiplyExact(n, width)];
    }

    /**
     * Writes the masses, >= 0 and of sum 1.
     *
     * @param s the matrix I + τA of an M-matrix A with row sums 0: the rate from i to its neighbour is minus the off-diagonal
     * @param neighbour by side and node, as the off-diagonals; a node itself where there is none
     * @param isExcluded the nodes that are no states of the chain
     * @return whether there are such masses: whether the chain reaches its first state from every other
     */
    public boolean stationaryMasses(StencilMatrix s, int[][] neighbour, boolean[] isExcluded, double[] masses) {
        load(s, neighbour);
        int first = 0;
        while (first < n - 1 && isExcluded[first]) {
            first++;
        }
        for (int k = n - 1; k > first; k--) {
            if (!isExcluded[k] && !remove(k)) {
                return false;
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
        return sum > 0 && sum <= Double.MAX_VALUE;
    }

    private int at(int i, int j) {
        return i * width + band + j - i;
    }

    private void load(StencilMatrix s, int[][] neighbour) {
        Arrays.fill(rate, 0);
        for (int side = 0; side < neighbour.length; side++) {
            for (int i = 0; i < n; i++) {
                int j = neighbour[side][i];
                if (j != i) {
                    rate[at(i, j)] -= s.off[side][i];
                }
            }
        }
    }

    /** Removes the last state k; the rates into it become the mass of k that each unit of mass of the others makes. */
    private boolean remove(int k) {
        int from = Math.max(0, k - band);
        double out = 0;
        for (int j = from; j < k; j++) {
            out += rate[at(k, j)];
        }
        if (!(out > 0)) {
            return false;
        }
        for (int i = from; i < k; i++) {
            double into = rate[at(i, k)] / out;
            rate[at(i, k)] = into;
            for (int j = from; j < k; j++) {
                if (j != i) {
                    rate[at(i, j)] += into * rate[at(k, j)];
                }
            }
        }
        return true;
    }
}
