package org.mfg.solvers.linalg;

/**
 * The order of elimination of the nodes of a grid of two or three axes: from both ends of the first axis towards the middle
 * (van der Vorst 1987), so that two threads may work on the halves and meet in one row. A row is the set of nodes with one index on the first axis.
 *
 * <p>Vectors are stored in rows as follows, so that each half is a grid in its natural order of its own, with the middle row as its last:
 *
 * <pre>
 *   padding | 0, 1, ..., middle - 1 | middle | last, last - 1, ..., middle + 1 | middle again | padding
 * </pre>
 */
final class TwistedOrdering {
    /** The two halves. */
    static final int HALVES = 2;

    /** The links of the last axis where that is one of states. */
    final Jumps jumps;

    final int dimension;
    /** The nodes of the grid. */
    final int nodes;
    /** The distance between neighbours on each axis, here and in the grid. */
    final int[] stride;
    /** The nodes on each axis. */
    final int[] count;
    /** The rows, and the nodes of each. */
    final int rows;

    final int width;
    /** The index on the first axis of the middle row. */
    final int middleRow;
    /** Where the middle row begins, and where its second copy does. */
    final int middle;

    final int middleCopy;
    /** The length of a vector. */
    final int length;
    /** For each periodic axis, where the nodes at its lower and at its upper end are stored; empty for the others. */
    final int[][] lowerFace;

    final int[][] upperFace;

    TwistedOrdering(int[] count, boolean[] periodic, Jumps jumps) {
        this.jumps = jumps;
        this.count = count.clone();
        dimension = count.length;
        stride = new int[dimension];
        int size = 1;
        for (int k = dimension - 1; k >= 0; k--) {
            stride[k] = size;
            size *= count[k];
        }
        nodes = size;
        rows = count[0];
        width = stride[0];
        middleRow = rows / 2;
        middle = (middleRow + 1) * width;
        middleCopy = (rows + 1) * width;
        length = (rows + 3) * width;
        lowerFace = new int[dimension][];
        upperFace = new int[dimension][];
        for (int k = 0; k < dimension; k++) {
            lowerFace[k] = periodic[k] ? face(k, 0) : new int[0];
            upperFace[k] = periodic[k] ? face(k, count[k] - 1) : new int[0];
        }
    }

    /** The number of axes that have two sides each. */
    int positionAxes() {
        return jumps.states() > 1 ? dimension - 1 : dimension;
    }

    /** Where the nodes with the given index on axis k are stored, in the order of the grid. */
    private int[] face(int k, int index) {
        int[] face = new int[nodes / count[k]];
        int f = 0;
        for (int i = 0; i < nodes; i++) {
            if (i / stride[k] % count[k] == index) {
                face[f++] = at(i);
            }
        }
        return face;
    }

    /** Where the row with the given index on the first axis is stored. */
    int row(int index) {
        return (1 + (index <= middleRow ? index : middleRow + rows - index)) * width;
    }

    private int at(int node) {
        return row(node / width) + node % width;
    }

    /** The index on the first axis of the row of the node that is stored at the given place. */
    int rowAt(int place) {
        int k = place / width - 1;
        return k <= middleRow ? k : middleRow + rows - k;
    }

    /** Where a half begins. */
    int begin(int half) {
        return half == 0 ? width : middle + width;
    }

    /** Where a half ends, the middle row excluded. */
    int end(int half) {
        return half == 0 ? middle : middleCopy;
    }

    /** The index on the first axis of a half's first row, the middle row in the first half. */
    int firstRow(int half) {
        return half == 0 ? 0 : middleRow + 1;
    }

    /** The index on the first axis after that of a half's last row. */
    int endRow(int half) {
        return half == 0 ? middleRow + 1 : rows;
    }
}
