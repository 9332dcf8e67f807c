package org.mfg.solvers.linalg;

import java.util.Arrays;

/**
 * States are removed from the last, where jumps reach no farther than a band in the flat index.
 *
 * <p>Memory: 2 band + 1 numbers a state, allocated when first needed.
 */
final class BandedChain implements ChainElimination {
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

    /** @param band the largest |i - j| of a jump from i to j */
    BandedChain(int n, int band) {
        this.n = n;
        this.band = band;
        width = 2 * band + 1;
        length = Math.multiplyExact(n, width);
        row = new double[band];
    }

    @Override
    public boolean masses(StencilMatrix s, int[][] neighbour, RecurrentClasses classes, double[] masses) {
        load(s, neighbour, classes);
        int first = 0;
        while (!isRecurrent(classes, first)) {
            first++;
        }
        for (int k = n - 1; k > first; k--) {
            if (isRecurrent(classes, k) && !remove(k)) {
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
        return true;
    }

    private static boolean isRecurrent(RecurrentClasses classes, int i) {
        return classes.of(i) != RecurrentClasses.NONE;
    }

    private int at(int i, int j) {
        return i * width + band + j - i;
    }

    private void load(StencilMatrix s, int[][] neighbour, RecurrentClasses classes) {
        if (rate.length == 0) {
            rate = new double[length];
        }
        Arrays.fill(rate, 0);
        for (int side = 0; side < neighbour.length; side++) {
            for (int i = 0; i < n; i++) {
                int j = neighbour[side][i];
                if (j != i && isRecurrent(classes, i)) {
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
        System.arraycopy(rate, at(k, from), row, 0, k - from);
        for (int i = from; i < k; i++) {
            double into = rate[at(i, k)] / out;
            rate[at(i, k)] = into;
            if (into != 0) {
                // The rate from i to itself, which this makes too, means nothing and is not read.
                int begin = at(i, from);
                for (int j = 0; j < k - from; j++) {
                    rate[begin + j] += into * row[j];
                }
            }
        }
        return true;
    }
}
