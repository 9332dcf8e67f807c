package org.mfg.solvers.linalg;

import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** A random M-matrix with unit row sums on a grid: some rows those of the identity, some couplings cut. */
final class RandomStencil {
    final int[] nodes;
    final boolean[] periodic;
    final StencilMatrix matrix;
    final RealMatrix dense;

    /** @param largest the size of the largest couplings */
    RandomStencil(long seed, double largest, int[] nodes, boolean[] periodic) {
        Random random = new Random(seed);
        this.nodes = nodes;
        this.periodic = periodic;
        int d = nodes.length;
        int n = 1;
        for (int k : nodes) {
            n *= k;
        }
        matrix = new StencilMatrix(n, 2 * d);
        dense = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            boolean identity = random.nextInt(12) == 0;
            double diagonal = 1;
            for (int s = 0; s < 2 * d; s++) {
                int neighbour = neighbour(i, s);
                boolean cut = neighbour < 0 || identity || random.nextInt(8) == 0;
                double c = cut ? 0 : -largest * random.nextDouble() * random.nextDouble();
                matrix.off[s][i] = c;
                diagonal -= c;
                if (!cut) {
                    dense.addToEntry(i, neighbour, c);
                }
            }
            matrix.diagonal[i] = diagonal;
            dense.addToEntry(i, i, diagonal);
        }
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
