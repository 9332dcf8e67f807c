package org.mfg.solvers.linalg;

/**
 * Triangular solves over lines of nodes, x_i = x_i - c_i x_before - r_i x_beside: before on the same line and beside on the line before.
 *
 * <p>What limits a single line is the latency of its recurrence, so four lines advance together, each a node behind the
 * one before it.
 */
final class LineRecurrence {
    /** The lines that advance together. */
    static final int TOGETHER = 4;

    /** The fewest nodes of lines that do: the first is as many nodes ahead of the last. */
    private static final int FEWEST = 3;

    private LineRecurrence() {}

    /**
     * Solves on the lines from the first to the last.
     *
     * @param x right-hand side and solution
     * @param at where the first line begins
     * @param lines the number of lines
     * @param n the nodes of a line; line k begins at {@code at + k n}
     * @param r the coefficient of the line before, r[i + rShift] for node i
     * @param c the coefficient of the node before, c[i + cShift] for node i; 0 for the first of a line
     */
    static void forward(double[] x, int at, int lines, int n, double[] r, int rShift, double[] c, int cShift) {
        int k = 0;
        for (; n >= FEWEST && k + TOGETHER <= lines; k += TOGETHER) {
            forwardTogether(x, at + k * n, n, r, rShift, c, cShift);
        }
        forward(x, at + k * n, at + lines * n, n, r, rShift, c, cShift, 0);
    }

    private static void forwardTogether(double[] x, int at, int n, double[] r, int rs, double[] c, int cs) {
        int i1 = at + n - 1;
        int i2 = i1 + n - 1;
        int i3 = i2 + n - 1;
        forward(x, at, at + 3, n, r, rs, c, cs, 0);
        forward(x, at + n, at + n + 2, n, r, rs, c, cs, 0);
        forward(x, at + 2 * n, at + 2 * n + 1, n, r, rs, c, cs, 0);
        double x0 = x[at + 2];
        double x1 = x[i1 + 2];
        double x2 = x[i2 + 2];
        double x3 = 0;
        int r0 = at + rs;
        int r1 = i1 + rs;
        int r2 = i2 + rs;
        int r3 = i3 + rs;
        int c0 = at + cs;
        int c1 = i1 + cs;
        int c2 = i2 + cs;
        int c3 = i3 + cs;
        int beside = at - n;
        for (int j = 3; j < n; j++) {
            x3 = x[j + i3] - r[j + r3] * x2 - c[j + c3] * x3;
            x2 = x[j + i2] - r[j + r2] * x1 - c[j + c2] * x2;
            x1 = x[j + i1] - r[j + r1] * x0 - c[j + c1] * x1;
            x0 = x[j + at] - r[j + r0] * x[j + beside] - c[j + c0] * x0;
            x[j + i3] = x3;
            x[j + i2] = x2;
            x[j + i1] = x1;
            x[j + at] = x0;
        }
        forward(x, i1 + n, i1 + n + 1, n, r, rs, c, cs, x1);
        forward(x, i2 + n, i2 + n + 2, n, r, rs, c, cs, x2);
        forward(x, i3 + n, i3 + n + 3, n, r, rs, c, cs, x3);
    }

    private static void forward(
            double[] x, int from, int to, int n, double[] r, int rs, double[] c, int cs, double before) {
        double xi = before;
        for (int i = from; i < to; i++) {
            xi = x[i] - r[i + rs] * x[i - n] - c[i + cs] * xi;
            x[i] = xi;
        }
    }

    /** Solves on one line, without a line before. */
    static void forwardAlone(double[] x, int at, int n, double[] c, int cShift) {
        double xi = 0;
        for (int i = at; i < at + n; i++) {
            xi = x[i] - c[i + cShift] * xi;
            x[i] = xi;
        }
    }

    /** As {@link #forward}, from the last node of the last line back: before and beside are the node and line after. */
    static void backward(double[] x, int at, int lines, int n, double[] r, int rShift, double[] c, int cShift) {
        int k = lines;
        for (; n >= FEWEST && k - TOGETHER >= 0; k -= TOGETHER) {
            backwardTogether(x, at + k * n - 1, n, r, rShift, c, cShift);
        }
        backward(x, at + k * n - 1, at - 1, n, r, rShift, c, cShift, 0);
    }

    /** @param at the last node of the last line */
    private static void backwardTogether(double[] x, int at, int n, double[] r, int rs, double[] c, int cs) {
        int i1 = at - n + 1;
        int i2 = i1 - n + 1;
        int i3 = i2 - n + 1;
        backward(x, at, at - 3, n, r, rs, c, cs, 0);
        backward(x, at - n, at - n - 2, n, r, rs, c, cs, 0);
        backward(x, at - 2 * n, at - 2 * n - 1, n, r, rs, c, cs, 0);
        double x0 = x[at - 2];
        double x1 = x[i1 - 2];
        double x2 = x[i2 - 2];
        double x3 = 0;
        int r0 = at + rs;
        int r1 = i1 + rs;
        int r2 = i2 + rs;
        int r3 = i3 + rs;
        int c0 = at + cs;
        int c1 = i1 + cs;
        int c2 = i2 + cs;
        int c3 = i3 + cs;
        int beside = at + n;
        for (int j = -3; j > -n; j--) {
            x3 = x[j + i3] - r[j + r3] * x2 - c[j + c3] * x3;
            x2 = x[j + i2] - r[j + r2] * x1 - c[j + c2] * x2;
            x1 = x[j + i1] - r[j + r1] * x0 - c[j + c1] * x1;
            x0 = x[j + at] - r[j + r0] * x[j + beside] - c[j + c0] * x0;
            x[j + i3] = x3;
            x[j + i2] = x2;
            x[j + i1] = x1;
            x[j + at] = x0;
        }
        backward(x, i1 - n, i1 - n - 1, n, r, rs, c, cs, x1);
        backward(x, i2 - n, i2 - n - 2, n, r, rs, c, cs, x2);
        backward(x, i3 - n, i3 - n - 3, n, r, rs, c, cs, x3);
    }

    private static void backward(
            double[] x, int from, int to, int n, double[] r, int rs, double[] c, int cs, double before) {
        double xi = before;
        for (int i = from; i > to; i--) {
            xi = x[i] - r[i + rs] * x[i + n] - c[i + cs] * xi;
            x[i] = xi;
        }
    }

    /** Solves on one line from its end, without a line after. */
    static void backwardAlone(double[] x, int at, int n, double[] c, int cShift) {
        double xi = 0;
        for (int i = at + n - 1; i >= at; i--) {
            xi = x[i] - c[i + cShift] * xi;
            x[i] = xi;
        }
    }
}
