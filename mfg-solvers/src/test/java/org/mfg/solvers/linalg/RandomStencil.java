package org.mfg.solvers.linalg;

import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A random M-matrix with unit row sums on a grid, whose last axis may be one of states: some rows those of the identity, some
 * couplings cut.
 */
final class RandomStencil {
    final int[] nodes;
    final boolean[] periodic;
    final Jumps jumps;
    final StencilMatrix matrix;
    final RealMatrix dense;
    /** By side and node, the node itself where there is none. */
    final int[][] neighbours;

    /** @param largest the size of the largest couplings */
    RandomStencil(long seed, double largest, int[] nodes, boolean[] periodic) {
        this(seed, largest, nodes, periodic, Jumps.NONE);
    }

    /** @param jumps the links between states, where the last axis is one of them */
    RandomStencil(long seed, double largest, int[] nodes, boolean[] periodic, Jumps jumps) {
        Random random = new Random(seed);
        this.nodes = nodes;
        this.periodic = periodic;
        this.jumps = jumps;
        int[] distances = jumps.distances();
        int axes = jumps.states() > 1 ? nodes.length - 1 : nodes.length;
        int sides = 2 * axes + distances.length;
        int n = 1;
        for (int k : nodes) {
            n *= k;
        }
        matrix = new StencilMatrix(n, sides);
        neighbours = new int[sides][n];
        dense = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            boolean identity = random.nextInt(12) == 0;
            double diagonal = 1;
            for (int s = 0; s < sides; s++) {
                int neighbour = s < 2 * axes ? neighbour(i, s) : jump(i, distances[s - 2 * axes]);
                boolean cut = neighbour < 0 || identity || random.nextInt(8) == 0;
                double c = cut ? 0 : -largest * random.nextDouble() * random.nextDouble();
                matrix.off[s][i] = c;
                neighbours[s][i] = neighbour < 0 ? i : neighbour;
                diagonal -= c;
                if (!cut) {
                    dense.addToEntry(i, neighbour, c);
                }
            }
            matrix.diagonal[i] = diagonal;
            dense.addToEntry(i, i, diagonal);
        }
    }

    /** A state further on, or -1 where only steps to neighbours are allowed and this is none. */
    private int jump(int i, int distance) {
        int from = i % jumps.states();
        int to = (from + distance) % jumps.states();
        return jumps.areSteps() && Math.abs(to - from) > 1 ? -1 : i - from + to;
    }

    /** The index of the neighbour of node i on side s, or -1. */
    private int neighbour(int i, int s) {
        int k = s / 2;
        int stride = 1;
        for (int l = k + 1; l < nodes.length; l++) {
            stride *= nodes[l];
        }
        int ik = i / stride % nodes[k];
        int towards = ik + (s % 2 == 0 ? -1 : 1);
        if (!periodic[k] && (towards < 0 || towards >= nodes[k])) {
            return -1;
        }
        return i + (Math.floorMod(towards, nodes[k]) - ik) * stride;
    }
}
