package org.mfg.solvers.finitedifferences;

import java.util.Arrays;

/** The neighbours of all nodes on one side. Most are the same number of places away, so that they are read as a run of memory; the others are patched. */
final class Neighbours {
    private final int[] towards;
    private final int shift;
    /** The nodes whose neighbour is elsewhere: at the ends of an axis, and beside walls; in ascending order. */
    private final int[] irregular;

    /**
     * @param towards by node, its neighbour
     * @param shift how many places away most of them are
     */
    Neighbours(int[] towards, int shift) {
        this.towards = towards;
        this.shift = shift;
        int[] nodes = new int[towards.length];
        int count = 0;
        for (int i = 0; i < nodes.length; i++) {
            if (towards[i] != i + shift) {
                nodes[count++] = i;
            }
        }
        irregular = Arrays.copyOf(nodes, count);
    }

    /** Writes u(neighbour) - u(node) of the slice of u that begins at {@code at}, for the nodes from ... to - 1, by node from {@code from} on. */
    void steps(double[] u, int at, int from, int to, double[] out) {
        int beside = at + shift;
        int high = Math.min(to, u.length - beside);
        for (int i = Math.max(from, -beside); i < high; i++) {
            out[i - from] = u[beside + i] - u[at + i];
        }
        int k = Arrays.binarySearch(irregular, from);
        for (k = k < 0 ? -1 - k : k; k < irregular.length && irregular[k] < to; k++) {
            int i = irregular[k];
            out[i - from] = u[at + towards[i]] - u[at + i];
        }
    }
}
