package org.mfg.solvers.linalg;

/**
 * BiCGStab (van der Vorst 1992) for B y = g with a {@link PreconditionedOperator}. Inner products are sums over the parts of a vector in
 * a fixed order, so that the result does not depend on the number of threads.
 *
 * <p>The start y = g is one step of the plain iteration: where the factors have the row sums of the matrix it takes the sum out of the residual
 * (of the transposed system, of which it is the lost mass), and no later step puts it back.
 */
final class BiCgStab {
    private static final int MAX_STEPS = 2000;

    private final PreconditionedOperator operator;
    private final double[] r;
    private final double[] shadow;
    private final double[] p;
    private final double[] bp;
    private final double[] br;
    private final PartSums sums = new PartSums(PreconditionedOperator.PARTS);
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
        sums.clear();
        operator.apply(g, br, begin, firstResidual);
        double whole = sums.take(0);
        double target = whole == 0 ? 0 : tolerance * tolerance * whole;
        double square = sums.take(1);
        double rho = square;
        beta = 0;
        omega = 0;
        for (int k = 0; k < MAX_STEPS && square > target; k++) {
            operator.apply(p, bp, direction, shadowProduct);
            alpha = rho / sums.take(0);
            operator.apply(r, br, halfStep, stabilizerProducts);
            double length = sums.take(1);
            omega = length > 0 ? sums.take(0) / length : 0;
            operator.each(fullStep);
            double next = sums.take(0);
            square = sums.take(1);
            beta = next / rho * (alpha / omega);
            rho = next;
        }
        return square <= target;
    }

    private void begin(int part, int from, int to) {
        sums.add(part, 0, y, y, from, to);
    }

    private void firstResidual(int part, int from, int to) {
        for (int i = from; i < to; i++) {
            double ri = y[i] - br[i];
            r[i] = ri;
            shadow[i] = ri;
        }
        sums.add(part, 1, r, r, from, to);
    }

    private void direction(int part, int from, int to) {
        if (beta == 0) {
            System.arraycopy(r, from, p, from, to - from);
            return;
        }
        for (int i = from; i < to; i++) {
            p[i] = r[i] + beta * (p[i] - omega * bp[i]);
        }
    }

    private void shadowProduct(int part, int from, int to) {
        sums.add(part, 0, shadow, bp, from, to);
    }

    private void halfStep(int part, int from, int to) {
        for (int i = from; i < to; i++) {
            r[i] -= alpha * bp[i];
        }
    }

    private void stabilizerProducts(int part, int from, int to) {
        sums.addBoth(part, r, br, from, to);
    }

    private void fullStep(int part, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += alpha * p[i] + omega * r[i];
            r[i] -= omega * br[i];
        }
        sums.addBoth(part, shadow, r, from, to);
    }
}
