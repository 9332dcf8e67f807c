package org.mfg.solvers.linalg;

/**
 * The modified incomplete factorisation (Gustafsson 1978) of one stencil matrix S = L + D + U + P in the order of elimination
 * of {@link TwistedOrdering}; P are the couplings across the seam of periodic axes, which are left out. With E the
 * diagonal for which M = (E + L) E⁻¹ (E + U) has the row sums of S,
 *
 * <pre>
 *   e_i = s_ii + Σ_j p_ij - Σ_{j before i} s_ij (Σ_{k after j} s_jk) / e_j.
 * </pre>
 *
 * <p>Equal row sums mean M1 = S1: constants, and the mass of the transposed system, are treated exactly. For an M-matrix
 * with row sums of 1 or more every e_i is 1 or more.
 *
 * <p>Stored are the factors scaled by E^(-1/2) from both sides, (I + L̂)(I + Û), and D̂ - 2I.
 */
final class ModifiedIncompleteLu {
    /** Never reached for M-matrices; below it, the row is left to its own diagonal. */
    private static final double SMALLEST_PIVOT = 0.5;

    private final TwistedOrdering order;
    /** L̂ by axis: the coefficient of the neighbour that is eliminated before. */
    final double[][] lower;
    /** Û by axis: the coefficient of the neighbour that is eliminated after. */
    final double[][] upper;
    /** L̂ and Û between the states of a place, where jumps lead beyond neighbours; then the last axis has no other links. */
    final ChainFactors chain;
    /** The diagonal of Ŝ less 2; while factorising, the sums of the rows of U divided by E. */
    final double[] excess;
    /** E^(-1/2); while factorising, E. */
    final double[] scale;
    /** P by axis and side, scaled, for the nodes of the face on that side. */
    final double[][] seam;

    ModifiedIncompleteLu(TwistedOrdering order) {
        this.order = order;
        int d = order.dimension;
        lower = new double[d][order.length];
        upper = new double[d][order.length];
        Jumps jumps = order.jumps;
        chain = new ChainFactors(jumps.states(), jumps.areSteps() ? new int[0] : jumps.distances(), order.length);
        excess = new double[order.length];
        scale = new double[order.length];
        seam = new double[2 * d][];
        for (int k = 0; k < d; k++) {
            seam[2 * k] = new double[order.lowerFace[k].length];
            seam[2 * k + 1] = new double[order.upperFace[k].length];
        }
    }

    /** Copies the rows of a half of the matrix, those of the middle with the first. */
    void load(StencilMatrix matrix, int half) {
        for (int row = order.firstRow(half); row < order.endRow(half); row++) {
            loadRow(matrix, row);
        }
    }

    /** Moves the couplings across the seams from the factors to P, and their sums to the diagonal. */
    void cutSeams() {
        for (int k = 0; k < order.dimension; k++) {
            cut(order.lowerFace[k], seam[2 * k], lower[k]);
            cut(order.upperFace[k], seam[2 * k + 1], k == 0 ? lower[0] : upper[k]);
        }
    }

    private void loadRow(StencilMatrix matrix, int row) {
        int width = order.width;
        int from = row * width;
        int to = order.row(row);
        boolean first = row <= order.middleRow;
        System.arraycopy(matrix.diagonal, from, scale, to, width);
        System.arraycopy(matrix.off[first ? 0 : 1], from, lower[0], to, width);
        if (row == order.middleRow) {
            System.arraycopy(matrix.off[1], from, lower[0], order.middleCopy, width);
        } else {
            System.arraycopy(matrix.off[first ? 1 : 0], from, upper[0], to, width);
        }
        int axes = order.positionAxes();
        for (int k = 1; k < axes; k++) {
            System.arraycopy(matrix.off[2 * k], from, lower[k], to, width);
            System.arraycopy(matrix.off[2 * k + 1], from, upper[k], to, width);
        }
        int[] distances = order.jumps.distances();
        for (int s = 0; s < distances.length; s++) {
            double[] off = matrix.off[2 * axes + s];
            if (order.jumps.areSteps()) {
                loadSteps(off, from, to, distances[s]);
            } else {
                chain.load(s, off, from, to, width);
            }
        }
    }

    /** Steps between neighbours are the last axis; the distance 1 of two states is both. */
    private void loadSteps(double[] off, int from, int to, int distance) {
        int states = order.jumps.states();
        double[] up = upper[order.dimension - 1];
        double[] down = lower[order.dimension - 1];
        for (int i = 0; i < order.width; i++) {
            int k = i % states;
            if (distance == 1 && k + 1 < states) {
                up[to + i] = off[from + i];
            } else if (distance == states - 1 && k > 0) {
                down[to + i] = off[from + i];
            }
        }
    }

    private void cut(int[] face, double[] seam, double[] factor) {
        for (int f = 0; f < face.length; f++) {
            int at = face[f];
            seam[f] = factor[at];
            scale[at] += factor[at];
            factor[at] = 0;
        }
    }

    /** Computes E for one half, the middle row excluded. */
    void eliminate(int half) {
        for (int at = order.begin(half); at < order.end(half); at += order.width) {
            eliminateRow(at);
        }
    }

    /** Computes E for the middle row, after both halves. */
    void eliminateMiddle() {
        int width = order.width;
        for (int i = 0; i < width; i++) {
            scale[order.middle + i] -= lower[0][order.middleCopy + i] * excess[order.middleCopy - width + i];
        }
        eliminateRow(order.middle);
    }

    private void eliminateRow(int at) {
        int d = order.dimension;
        int last = d - 1;
        int n = order.count[last];
        double[] l = lower[last];
        for (int line = at; line < at + order.width; line += n) {
            for (int k = 0; k < last; k++) {
                int back = order.stride[k];
                for (int i = line; i < line + n; i++) {
                    scale[i] -= lower[k][i] * excess[i - back];
                }
            }
            if (!chain.isEmpty()) {
                eliminatePlace(line);
                continue;
            }
            double before = 0;
            for (int i = line; i < line + n; i++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += upper[k][i];
                }
                double e = pivot(i, scale[i] - l[i] * before);
                scale[i] = e;
                before = sum / e;
                excess[i] = before;
            }
        }
    }

    private void eliminatePlace(int place) {
        int last = order.dimension - 1;
        for (int k = 0; k < order.jumps.states(); k++) {
            int i = place + k;
            double sum = chain.upperSum(place, k);
            for (int axis = 0; axis < last; axis++) {
                sum += upper[axis][i];
            }
            double e = pivot(i, scale[i] - chain.lower(excess, place, k));
            scale[i] = e;
            excess[i] = sum / e;
        }
    }

    private double pivot(int i, double e) {
        return e >= SMALLEST_PIVOT ? e : Math.max(1, Math.abs(scale[i]));
    }

    /** Turns E into the scale and the diagonal into its excess, for the rows of a half, those of the middle with the first. */
    void invert(StencilMatrix matrix, int half) {
        int width = order.width;
        for (int row = order.firstRow(half); row < order.endRow(half); row++) {
            int at = order.row(row);
            int from = row * width;
            for (int i = 0; i < width; i++) {
                double e = scale[at + i];
                excess[at + i] = matrix.diagonal[from + i] / e - 2;
                scale[at + i] = 1 / Math.sqrt(e);
            }
        }
    }

    /** Scales the factors of the rows of a half, those of the middle with the first. */
    void scaleFactors(int half) {
        int from = order.begin(half);
        int to = half == 0 ? order.middle + order.width : order.end(half);
        for (int k = 0; k < order.dimension; k++) {
            int s = order.stride[k];
            for (int i = from; i < to; i++) {
                lower[k][i] *= scale[i] * scale[i - s];
                upper[k][i] *= scale[i] * scale[i + s];
            }
        }
        chain.scale(scale, from, to);
    }

    /** Completes the scale, before the factors are scaled. */
    void copyMiddleScale() {
        System.arraycopy(scale, order.middle, scale, order.middleCopy, order.width);
    }

    /** Scales the couplings of the middle row with the second half, and those across the seams. */
    void scaleRest() {
        for (int i = order.middleCopy; i < order.middleCopy + order.width; i++) {
            lower[0][i] *= scale[i] * scale[i - order.width];
        }
        for (int k = 0; k < order.dimension; k++) {
            scaleSeam(k);
        }
    }

    private void scaleSeam(int k) {
        int[] below = order.lowerFace[k];
        int[] above = order.upperFace[k];
        for (int f = 0; f < below.length; f++) {
            double s = scale[below[f]] * scale[above[f]];
            seam[2 * k][f] *= s;
            seam[2 * k + 1][f] *= s;
        }
    }
}
