package org.mfg.solvers.linalg;

import java.util.Arrays;
import org.mfg.solvers.parallel.Workers;

/**
 * The operator B = (I + L)⁻¹ S (I + U)⁻¹ of a scaled stencil matrix S and its incomplete factors, or that of Sᵀ. Since S = (I + L) +
 * (I + U) + K, with K the diagonal and the seams that the factors leave out, a product with S is not needed (Eisenstat 1981):
 *
 * <pre>
 *   B v = t + (I + L)⁻¹ (v + K t),   t = (I + U)⁻¹ v.
 * </pre>
 *
 * <p>What limits this is the traffic of numbers from the caches, so the steps are done block by block of some rows. The two halves of {@link TwistedOrdering} are worked on at the same time, the middle row between by the caller. Vectors
 * are cut into these three parts whatever the number of threads.
 */
final class PreconditionedOperator {
    /** The parts of a vector: the two halves and the middle row. */
    static final int PARTS = 3;

    private static final int MIDDLE = 2;
    /** The nodes that are worked on together: few enough for their numbers to stay in the first cache. */
    private static final int BLOCK = 512;

    private final TwistedOrdering order;
    private final Workers workers;
    private final boolean crossesHalves;
    private final int block;
    private final double[] t;
    private final double[] w;
    private final double[][] lower;
    private final double[][] upper;
    private final int[] lowerShift;
    private final int[] upperShift;
    private final double[][] seam;
    private ChainFactors chain = new ChainFactors(1, new int[0], 0);
    private boolean isTransposed;
    private double[] excess;
    private double[] v;
    private double[] out;
    private RangeTask before = (part, from, to) -> {};
    private RangeTask after = (part, from, to) -> {};
    private final Workers.Task wholeTask;
    private final Workers.Task upperTask;
    private final Workers.Task lowerTask;
    private final Workers.Task rangeTask;
    private final Workers.Task forwardTask;
    private final Workers.Task backwardTask;

    PreconditionedOperator(TwistedOrdering order, Workers workers) {
        this.order = order;
        this.workers = workers;
        crossesHalves = order.lowerFace[0].length > 0;
        int together = order.dimension == 2 ? LineRecurrence.TOGETHER : 1;
        block = together * Math.max(1, BLOCK / (together * order.width)) * order.width;
        t = new double[order.length];
        w = new double[order.length];
        int d = order.dimension;
        lower = new double[d][];
        upper = new double[d][];
        lowerShift = new int[d];
        upperShift = new int[d];
        seam = new double[2 * d][];
        excess = t;
        v = t;
        out = t;
        upperTask = (thread, half) -> upperHalf(half);
        lowerTask = (thread, half) -> lowerHalf(half);
        wholeTask = (thread, half) -> {
            upperHalf(half);
            lowerHalf(half);
        };
        rangeTask = (thread, half) -> before.run(half, order.begin(half), order.end(half));
        forwardTask = (thread, half) -> forward(v, order.begin(half), order.end(half));
        backwardTask = (thread, half) -> backward(v, order.begin(half), order.end(half));
    }

    /** Chooses the matrix, or its transpose. */
    void use(ModifiedIncompleteLu factors, boolean transposed) {
        excess = factors.excess;
        chain = factors.chain;
        isTransposed = transposed;
        for (int k = 0; k < order.dimension; k++) {
            lower[k] = transposed ? factors.upper[k] : factors.lower[k];
            upper[k] = transposed ? factors.lower[k] : factors.upper[k];
            lowerShift[k] = transposed ? -order.stride[k] : 0;
            upperShift[k] = transposed ? order.stride[k] : 0;
            seam[2 * k] = factors.seam[transposed ? 2 * k + 1 : 2 * k];
            seam[2 * k + 1] = factors.seam[transposed ? 2 * k : 2 * k + 1];
        }
    }

    /**
     * Writes B v into out.
     *
     * @param before makes v, range by range, before it is used
     * @param after is given the result, range by range
     */
    void apply(double[] v, double[] out, RangeTask before, RangeTask after) {
        this.v = v;
        this.out = out;
        this.before = before;
        this.after = after;
        int from = order.middle;
        int to = from + order.width;
        before.run(MIDDLE, from, to);
        System.arraycopy(v, from, t, from, order.width);
        backwardMiddle(t);
        if (crossesHalves) {
            workers.run(TwistedOrdering.HALVES, upperTask);
            workers.run(TwistedOrdering.HALVES, lowerTask);
        } else {
            workers.run(TwistedOrdering.HALVES, wholeTask);
        }
        addRemainder(from, to);
        forwardMiddle(w);
        sum(from, to);
        after.run(MIDDLE, from, to);
    }

    /** Clears what the last product has left. */
    void forget() {
        Arrays.fill(t, 0);
        Arrays.fill(w, 0);
    }

    /** Does a task for the three parts of a vector, each in one range. */
    void each(RangeTask task) {
        before = task;
        workers.run(TwistedOrdering.HALVES, rangeTask);
        task.run(MIDDLE, order.middle, order.middle + order.width);
    }

    /** x ← (I + L)⁻¹ x. */
    void solveLower(double[] x) {
        v = x;
        workers.run(TwistedOrdering.HALVES, forwardTask);
        forwardMiddle(x);
    }

    /** x ← (I + U)⁻¹ x. */
    void solveUpper(double[] x) {
        v = x;
        backwardMiddle(x);
        workers.run(TwistedOrdering.HALVES, backwardTask);
    }

    private void upperHalf(int half) {
        int from = order.begin(half);
        for (int to = order.end(half); to > from; to -= block) {
            int at = Math.max(from, to - block);
            before.run(half, at, to);
            System.arraycopy(v, at, t, at, to - at);
            backward(t, at, to);
            addRemainder(at, to);
        }
    }

    private void lowerHalf(int half) {
        if (crossesHalves) {
            addSeamOfFirstAxis(half);
        }
        int to = order.end(half);
        for (int from = order.begin(half); from < to; from += block) {
            int end = Math.min(to, from + block);
            forward(w, from, end);
            sum(from, end);
            after.run(half, from, end);
        }
    }

    /** w ← v + K t, but for the seam of the first axis. */
    private void addRemainder(int from, int to) {
        for (int i = from; i < to; i++) {
            w[i] = Math.fma(excess[i], t[i], v[i]);
        }
        for (int k = 1; k < order.dimension; k++) {
            if (order.lowerFace[k].length > 0) {
                int perRow = order.width / order.count[k];
                addSeam(k, order.rowAt(from) * perRow, order.rowAt(to - 1) * perRow, perRow);
            }
        }
    }

    /** Adds the seam of axis k in the rows between two that begin at the given entries of its faces. */
    private void addSeam(int k, int first, int last, int perRow) {
        int[] below = order.lowerFace[k];
        int[] above = order.upperFace[k];
        for (int f = Math.min(first, last); f < Math.max(first, last) + perRow; f++) {
            w[below[f]] += seam[2 * k][f] * t[above[f]];
            w[above[f]] += seam[2 * k + 1][f] * t[below[f]];
        }
    }

    private void addSeamOfFirstAxis(int half) {
        int[] here = half == 0 ? order.lowerFace[0] : order.upperFace[0];
        int[] there = half == 0 ? order.upperFace[0] : order.lowerFace[0];
        for (int f = 0; f < here.length; f++) {
            w[here[f]] += seam[half][f] * t[there[f]];
        }
    }

    private void sum(int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = t[i] + w[i];
        }
    }

    private void forward(double[] x, int from, int to) {
        if (order.dimension == 2) {
            forwardLines(x, from, (to - from) / order.width, 0);
            return;
        }
        for (int at = from; at < to; at += order.width) {
            subtract(x, at, at - order.width, lower[0], at + lowerShift[0]);
            forwardLines(x, at, order.count[1], 1);
        }
    }

    /** Lines along the last axis, each with the line before it along the given axis. */
    private void forwardLines(double[] x, int at, int lines, int axis) {
        if (chain.isEmpty()) {
            int n = order.count[axis + 1];
            LineRecurrence.forward(
                    x, at, lines, n, lower[axis], lowerShift[axis], lower[axis + 1], lowerShift[axis + 1]);
        } else {
            chain.forward(x, at, lines, lower[axis], lowerShift[axis], isTransposed);
        }
    }

    private void backward(double[] x, int from, int to) {
        if (order.dimension == 2) {
            backwardLines(x, from, (to - from) / order.width, 0);
            return;
        }
        for (int at = to - order.width; at >= from; at -= order.width) {
            subtract(x, at, at + order.width, upper[0], at + upperShift[0]);
            backwardLines(x, at, order.count[1], 1);
        }
    }

    /** As {@link #forwardLines}, back from the last line. */
    private void backwardLines(double[] x, int at, int lines, int axis) {
        if (chain.isEmpty()) {
            int n = order.count[axis + 1];
            LineRecurrence.backward(
                    x, at, lines, n, upper[axis], upperShift[axis], upper[axis + 1], upperShift[axis + 1]);
        } else {
            chain.backward(x, at, lines, upper[axis], upperShift[axis], isTransposed);
        }
    }

    private void forwardMiddle(double[] x) {
        int at = order.middle;
        int copy = order.middleCopy;
        subtract(x, at, at - order.width, lower[0], at + lowerShift[0]);
        subtract(x, at, copy - order.width, lower[0], copy + lowerShift[0]);
        if (order.dimension == 3) {
            forwardLines(x, at, order.count[1], 1);
        } else if (chain.isEmpty()) {
            LineRecurrence.forwardAlone(x, at, order.width, lower[1], lowerShift[1]);
        } else {
            chain.forwardAlone(x, at, isTransposed);
        }
    }

    private void backwardMiddle(double[] x) {
        int at = order.middle;
        if (order.dimension == 3) {
            backwardLines(x, at, order.count[1], 1);
        } else if (chain.isEmpty()) {
            LineRecurrence.backwardAlone(x, at, order.width, upper[1], upperShift[1]);
        } else {
            chain.backwardAlone(x, at, isTransposed);
        }
        System.arraycopy(x, at, x, order.middleCopy, order.width);
    }

    /** Subtracts the coupling of the row at {@code at} with another. */
    private void subtract(double[] x, int at, int other, double[] coefficient, int from) {
        for (int i = 0; i < order.width; i++) {
            x[at + i] = Math.fma(-coefficient[from + i], x[other + i], x[at + i]);
        }
    }
}
