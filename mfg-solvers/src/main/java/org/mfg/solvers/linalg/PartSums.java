package org.mfg.solvers.linalg;

import java.util.Arrays;

/** Inner products of vectors in parts, two at a time; the sums of the parts are added in a fixed order, whoever made them. */
final class PartSums {
    /** Far enough apart to lie on different cache lines. */
    private static final int SPACING = 16;

    private final double[] partial;

    PartSums(int parts) {
        partial = new double[parts * SPACING];
    }

    void clear() {
        Arrays.fill(partial, 0);
    }

    /** The first or second sum, 0 or 1, over the parts, which then starts again from 0. */
    double take(int which) {
        double sum = 0;
        for (int at = which; at < partial.length; at += SPACING) {
            sum += partial[at];
            partial[at] = 0;
        }
        return sum;
    }

    /** Adds a range of ⟨a, b⟩ to a sum of a part. */
    void add(int part, int which, double[] a, double[] b, int from, int to) {
        partial[part * SPACING + which] += dot(a, b, from, to);
    }

    /** Adds a range of ⟨a, b⟩ to the first and of ⟨b, b⟩ to the second sum of a part: each number is read once. */
    void addBoth(int part, double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            double b0 = b[i];
            double b1 = b[i + 1];
            double b2 = b[i + 2];
            double b3 = b[i + 3];
            s0 += a[i] * b0;
            s1 += a[i + 1] * b1;
            s2 += a[i + 2] * b2;
            s3 += a[i + 3] * b3;
            t0 += b0 * b0;
            t1 += b1 * b1;
            t2 += b2 * b2;
            t3 += b3 * b3;
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
            t0 += b[i] * b[i];
        }
        partial[part * SPACING] += (s0 + s1) + (s2 + s3);
        partial[part * SPACING + 1] += (t0 + t1) + (t2 + t3);
    }

    private static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }
}
