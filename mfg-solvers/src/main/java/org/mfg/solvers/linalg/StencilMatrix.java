package org.mfg.solvers.linalg;

/**
 * A stencil matrix on a grid of n nodes: {@code diagonal[i]} multiplies node i and {@code off[s][i]} its
 * neighbour on side s, where side 2k is the lower and 2k+1 the upper neighbour on axis k of the positions. If nodes have K states
 * besides their position, the sides after these belong to distances j: node i with state k is linked with state (k + j) mod K at
 * its position. A coefficient of a neighbour that does not exist is 0.
 */
public final class StencilMatrix {
    /** The coefficient of each node itself. */
    public final double[] diagonal;

    /** The coefficients of the neighbours, by side and node. */
    public final double[][] off;

    /** A zero matrix for n nodes with the given number of sides. */
    public StencilMatrix(int n, int sides) {
        diagonal = new double[n];
        off = new double[sides][n];
    }

    /** Copies the coefficients of another matrix of the same shape. */
    public void set(StencilMatrix other) {
        System.arraycopy(other.diagonal, 0, diagonal, 0, diagonal.length);
        for (int s = 0; s < off.length; s++) {
            System.arraycopy(other.off[s], 0, off[s], 0, diagonal.length);
        }
    }
}
