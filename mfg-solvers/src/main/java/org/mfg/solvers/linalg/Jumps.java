package org.mfg.solvers.linalg;

/**
 * The links of a {@link StencilMatrix} between the states of a place, whose nodes lie together in the order of the states. The sides
 * after those of the positions belong to these distances.
 *
 * @param states the number of states K; 1 where nodes are places alone
 * @param distances the distances j, 0 < j < K, in increasing order: the side links state k with state (k + j) mod K
 * @param areSteps whether all coefficients are 0 but those of neighbours, k with k + 1 and k - 1
 */
public record Jumps(int states, int[] distances, boolean areSteps) {
    /** No states. */
    public static final Jumps NONE = new Jumps(1, new int[0], true);

    /** Keeps a copy of the distances. */
    public Jumps {
        distances = distances.clone();
    }
}
