package org.mfg.solvers.linalg;

/**
 * The links between the states of each place in the factors of {@link ModifiedIncompleteLu}: jumps to a lower state belong to L,
 * to a higher one to U. All entries of vectors of one place lie together, in the order of the states.
 *
 * <p>Empty for jumps to neighbours alone, which are an axis as any other.
 */
final class ChainFactors {
    private final int states;
    private final int[] distance;
    /** By distance j and node: the coefficient of state (k + j) mod K in the row of state k. */
    private final double[][] link;

    /** @param distance the distances j of the jumps, 0 < j < states */
    ChainFactors(int states, int[] distance, int length) {
        this.states = states;
        this.distance = distance;
        link = new double[distance.length][length];
    }

    boolean isEmpty() {
        return distance.length == 0;
    }

    /** Copies coefficients of the jumps over distance number s. */
    void load(int s, double[] off, int from, int to, int count) {
        System.arraycopy(off, from, link[s], to, count);
    }

    /** The sum over the higher states in the row of state k at a place. */
    double upperSum(int place, int k) {
        double sum = 0;
        for (int s = 0; s < distance.length && k + distance[s] < states; s++) {
            sum += link[s][place + k];
        }
        return sum;
    }

    /** The product of the lower states in the row of state k at a place with x. */
    double lower(double[] x, int place, int k) {
        double sum = 0;
        for (int s = distance.length - 1; s >= 0 && k + distance[s] >= states; s--) {
            sum += link[s][place + k] * x[place + k + distance[s] - states];
        }
        return sum;
    }

    private double upper(double[] x, int place, int k) {
        double sum = 0;
        for (int s = 0; s < distance.length && k + distance[s] < states; s++) {
            sum += link[s][place + k] * x[place + k + distance[s]];
        }
        return sum;
    }

    /** The product of the lower states in the column of state k with x: U transposed. */
    private double upperTransposed(double[] x, int place, int k) {
        double sum = 0;
        for (int s = 0; s < distance.length && distance[s] <= k; s++) {
            int from = place + k - distance[s];
            sum += link[s][from] * x[from];
        }
        return sum;
    }

    private double lowerTransposed(double[] x, int place, int k) {
        double sum = 0;
        for (int s = distance.length - 1; s >= 0 && distance[s] > k; s--) {
            int from = place + k + states - distance[s];
            sum += link[s][from] * x[from];
        }
        return sum;
    }

    /** Multiplies rows and columns of the places from ... to - 1 by the given factors. */
    void scale(double[] factor, int from, int to) {
        for (int s = 0; s < distance.length; s++) {
            for (int place = from; place < to; place += states) {
                for (int k = 0; k < states; k++) {
                    link[s][place + k] *= factor[place + k] * factor[place + (k + distance[s]) % states];
                }
            }
        }
    }

    /**
     * Solves at places one after the other, x_i = x_i - Σ (lower states) - r_i x_beside, beside at the place before.
     *
     * @param transposed whether with U transposed in the place of L
     * @param r the coefficient of the place before, r[i + rShift] for node i
     */
    void forward(double[] x, int at, int places, double[] r, int rShift, boolean transposed) {
        for (int place = at; place < at + places * states; place += states) {
            for (int i = place; i < place + states; i++) {
                x[i] -= r[i + rShift] * x[i - states];
            }
            forwardAlone(x, place, transposed);
        }
    }

    /** Solves at one place. */
    void forwardAlone(double[] x, int place, boolean transposed) {
        for (int k = 1; k < states; k++) {
            x[place + k] -= transposed ? upperTransposed(x, place, k) : lower(x, place, k);
        }
    }

    /** As {@link #forward}, from the last place back: beside is at the place after. */
    void backward(double[] x, int at, int places, double[] r, int rShift, boolean transposed) {
        for (int place = at + (places - 1) * states; place >= at; place -= states) {
            for (int i = place; i < place + states; i++) {
                x[i] -= r[i + rShift] * x[i + states];
            }
            backwardAlone(x, place, transposed);
        }
    }

    /** Solves at one place from its last state. */
    void backwardAlone(double[] x, int place, boolean transposed) {
        for (int k = states - 2; k >= 0; k--) {
            x[place + k] -= transposed ? lowerTransposed(x, place, k) : upper(x, place, k);
        }
    }
}
