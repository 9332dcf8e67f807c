package org.mfg.solvers.finitedifferences;

import java.util.Arrays;

/** Which node a position belongs to, found at once when nodes are asked for in their order. */
final class NodeFinder {
    private final double[][] positions;
    private int last;

    NodeFinder(double[][] positions) {
        this.positions = positions;
    }

    /** The node that lies exactly at x; -1 if none does. */
    int at(double[] x) {
        int n = positions.length;
        for (int k = 0; k < n; k++) {
            int node = last + k;
            node = node < n ? node : node - n;
            if (positions[node] == x || Arrays.equals(positions[node], x)) {
                last = node;
                return node;
            }
        }
        return -1;
    }
}
