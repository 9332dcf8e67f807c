package org.mfg.solvers.agents;

import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * The cells between the nodes of a grid, 2^d corners each: where a position lies, and multilinear interpolation there. Owns
 * its work arrays: one thread at a time.
 */
final class Cells {
    private final int dimension;
    private final AxisCells[] axes;
    /** By side: whether it is a state constraint. */
    private final boolean[] isConstraint;

    private final int[] nodes;
    private final int[] stride;
    private final int[] cell;
    private final double[] fraction;
    private final int[] corner;
    private final double[] weight;

    Cells(Grid grid) {
        dimension = grid.dimension();
        axes = new AxisCells[dimension];
        isConstraint = new boolean[2 * dimension];
        nodes = new int[dimension];
        stride = new int[dimension];
        cell = new int[dimension];
        fraction = new double[dimension];
        corner = new int[1 << dimension];
        weight = new double[1 << dimension];
        for (int k = 0; k < dimension; k++) {
            axes[k] = AxisCells.of(grid, k);
            isConstraint[2 * k] = isConstraint(grid.domain().axis(k).lowerBoundary());
            isConstraint[2 * k + 1] = isConstraint(grid.domain().axis(k).upperBoundary());
            nodes[k] = grid.nodes(k);
            stride[k] = grid.stride(k);
        }
    }

    private static boolean isConstraint(Boundary end) {
        return end.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }

    /** The node in whose dual cell a position lies. */
    int nearest(double[] x, int at) {
        int node = 0;
        for (int k = 0; k < dimension; k++) {
            int below = axes[k].at(x[at + k]);
            int ik = axes[k].fraction(x[at + k], below) < 0.5 ? below : below + 1;
            node += ik % nodes[k] * stride[k];
        }
        return node;
    }

    /** The cells along axis k. */
    AxisCells along(int k) {
        return axes[k];
    }

    /** The flat indices of the corners of a cell; bit k of the position in the array tells the upper end of axis k. */
    int[] corners(int... of) {
        for (int c = 0; c < corner.length; c++) {
            int at = 0;
            for (int k = 0; k < dimension; k++) {
                int ik = of[k] + (c >> k & 1);
                at += (ik == nodes[k] ? 0 : ik) * stride[k];
            }
            corner[c] = at;
        }
        return corner;
    }

    /** Finds the cell of a position in the domain. */
    void locate(double[] x, int at) {
        for (int k = 0; k < dimension; k++) {
            cell[k] = axes[k].at(x[at + k]);
            fraction[k] = axes[k].fraction(x[at + k], cell[k]);
        }
        corners(cell);
        weigh();
    }

    /**
     * Moves the located position to the nearer end of its cell along each axis on which the cell lies beside a state constraint: into the dual
     * cell of a node there, or out of it.
     *
     * @return whether there is such an axis
     */
    boolean snapAtConstraints() {
        boolean isBeside = false;
        for (int k = 0; k < dimension; k++) {
            boolean isFirst = cell[k] == 0 && isConstraint[2 * k];
            boolean isLast = cell[k] == axes[k].count() - 1 && isConstraint[2 * k + 1];
            if (isFirst || isLast) {
                isBeside = true;
                fraction[k] = fraction[k] < 0.5 ? 0 : 1;
            }
        }
        if (isBeside) {
            weigh();
        }
        return isBeside;
    }

    private void weigh() {
        for (int c = 0; c < weight.length; c++) {
            double w = 1;
            for (int k = 0; k < dimension; k++) {
                w *= (c >> k & 1) == 1 ? fraction[k] : 1 - fraction[k];
            }
            weight[c] = w;
        }
    }

    /** Writes the interpolation at the located position of a field of out.length numbers a node, from node {@code first} on. */
    void interpolate(double[] field, int first, double[] out) {
        int width = out.length;
        for (int f = 0; f < width; f++) {
            double sum = 0;
            for (int c = 0; c < weight.length; c++) {
                sum += weight[c] * field[(first + corner[c]) * width + f];
            }
            out[f] = sum;
        }
    }
}
