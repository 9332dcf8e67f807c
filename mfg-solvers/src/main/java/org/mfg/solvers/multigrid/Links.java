package org.mfg.solvers.multigrid;

/**
 * The nodes of a box and the links between them, as flat arrays by side and node; side 2k is the lower and 2k+1 the upper one of axis k.
 * A neighbour that does not exist, or lies behind a wall, is the node itself.
 *
 * @param nodes the nodes on each axis, the last the fastest
 * @param periodic whether each axis is a ring
 * @param neighbour the flat index of the neighbour
 * @param inverseSpacing 1/distance to it, 0 where there is none
 * @param isWall the nodes that lie in a wall
 * @param isFree the nodes that are unknown: neither wall nor exit. Exits have no links of their own, but free nodes are linked to them
 */
public record Links(
        int[] nodes,
        boolean[] periodic,
        int[][] neighbour,
        double[][] inverseSpacing,
        boolean[] isWall,
        boolean[] isFree) {

    /** The number of nodes. */
    int size() {
        return isFree.length;
    }

    /** The number of axes. */
    int dimension() {
        return nodes.length;
    }

    /** The lower ends of the links of an axis are numbered as nodes; this gives the upper end, or the node itself where there is none. */
    int[] upperEnds(int axis) {
        int[] upper = neighbour[2 * axis + 1].clone();
        int[] lower = neighbour[2 * axis];
        for (int i = 0; i < lower.length; i++) {
            // An exit does not know of the nodes that lead to it.
            if (lower[i] != i) {
                upper[lower[i]] = i;
            }
        }
        return upper;
    }

    /** What to add to a node to get its neighbour on a side, if that is the same for all that have one; else 0. */
    int shift(int side) {
        int shift = 0;
        for (int i = 0; i < size(); i++) {
            int own = neighbour[side][i] - i;
            if (own != 0 && shift != 0 && own != shift) {
                return 0;
            }
            shift = own != 0 ? own : shift;
        }
        return shift;
    }
}
