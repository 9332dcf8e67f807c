package org.mfg.solvers.linalg;

import java.util.Arrays;

/**
 * BiCGStab (van der Vorst 1992) for B y = g with a {@link PreconditionedOperator}. Inner products are sums over the parts of a vector in
 * a fixed order, so that the result does not depend on the number of threads.
 *
 * <p>The start y = g is one step of the plain iteration: where the factors have the row sums of the matrix it takes the sum out of the residual
 * (of the transposed system, of which it is the lost mass), and no later step puts it back.
 */
final class BiCgStab {
    private static final int MAX_STEPS = 2000;
    /** Far enough apart to lie on different cache lines. */
    private static final int SPACING = 16;

    private final PreconditionedOperator operator;
    private final double[] r;
    private final double[] shadow;
    private final double[] p;
    private final double[] bp;
    private final double[] br;
    private final double[] partial = new double[PreconditionedOperator.PARTS * SPACING];
    private double[] y;
    private double alpha;
    private double beta;
    private double omega;
    private final RangeTask begin;
    private final RangeTask firstResidual;
    private final RangeTask direction;
    private final RangeTask shadowProduct;
    private final RangeTask halfStep;
    private final RangeTask stabilizerProducts;
    private final RangeTask fullStep;

    BiCgStab(PreconditionedOperator operator, int length) {
        this.operator = operator;
        r = new double[length];
        shadow = new double[length];
        p = new double[length];
        bp = new double[length];
        br = new double[length];
        y = r;
        begin = this::begin;
        firstResidual = this::firstResidual;
        direction = this::direction;
        shadowProduct = this::shadowProduct;
        halfStep = this::halfStep;
        stabilizerProducts = this::stabilizerProducts;
        fullStep = this::fullStep;
    }

    /**
     * Solves B y = g from y = g.
     *
     * @param g the right-hand side, overwritten by the solution
     * @return whether ‖g - B y‖ <= tolerance ‖g‖ was reached
     */
    boolean solve(double[] g, double tolerance) {
        y = g;
        Arrays.fill(partial, 0);
        operator.apply(g, br, begin, firstResidual);
        double whole = sum(0);
        double target = whole == 0 ? 0 : tolerance * tolerance * whole;
        double square = sum(1);
        double rho = square;
        beta = 0;
        omega = 0;
        for (int k = 0; k < MAX_STEPS && square > target; k++) {
            operator.apply(p, bp, direction, shadowProduct);
            alpha = rho / sum(0);
            operator.apply(r, br, halfStep, stabilizerProducts);
            double length = sum(1);
            omega = length > 0 ? sum(0) / length : 0;
            operator.each(fullStep);
            double next = sum(0);
            square = sum(1);
            beta = next / rho * (alpha / omega);
            rho = next;
        }
        return square <= target;
    }

    /** The sum over the parts, which then start again from 0. */
    private double sum(int dot) {
        double sum = 0;
        for (int at = dot; at < partial.length; at += SPACING) {
            sum += partial[at];
            partial[at] = 0;
        }
        return sum;
    }

    private void begin(int part, int from, int to) {
        partial[part * SPACING] += dot(y, y, from, to);
    }

    private void firstResidual(int part, int from, int to) {
        for (int i = from; i < to; i++) {
            double ri = y[i] - br[i];
            r[i] = ri;
            shadow[i] = ri;
            p[i] = 0;
            bp[i] = 0;
        }
        partial[part * SPACING + 1] += dot(r, r, from, to);
    }

    private void direction(int part, int from, int to) {
        for (int i = from; i < to; i++) {
            p[i] = r[i] + beta * (p[i] - omega * bp[i]);
        }
    }

    private void shadowProduct(int part, int from, int to) {
        partial[part * SPACING] += dot(shadow, bp, from, to);
    }

    private void halfStep(int part, int from, int to) {
        for (int i = from; i < to; i++) {
            r[i] -= alpha * bp[i];
        }
    }

    private void stabilizerProducts(int part, int from, int to) {
        partial[part * SPACING] += dot(br, r, from, to);
        partial[part * SPACING + 1] += dot(br, br, from, to);
    }

    private void fullStep(int part, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += alpha * p[i] + omega * r[i];
            r[i] -= omega * br[i];
        }
        partial[part * SPACING] += dot(shadow, r, from, to);
        partial[part * SPACING + 1] += dot(r, r, from, to);
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
