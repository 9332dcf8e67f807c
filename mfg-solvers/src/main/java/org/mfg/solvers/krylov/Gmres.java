package org.mfg.solvers.krylov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Restarted GMRES (Saad and Schultz 1986) with modified Gram-Schmidt and Givens rotations, for A x = b. Basis vectors are
 * allocated when first needed and kept for the next solve.
 */
public final class Gmres {

    /**
     * What a solve did.
     *
     * @param steps the applications of A
     * @param relativeResidual ‖b - A x‖ / ‖b‖, by the recurrence
     */
    public record Result(int steps, double relativeResidual) {}

    private final int restart;
    private final List<double[]> basis = new ArrayList<>();
    private final double[][] hessenberg;
    private final double[] cosine;
    private final double[] sine;
    private final double[] rhs;
    private double length;
    private int steps;

    /** @param restart the largest number of basis vectors, >= 1 */
    public Gmres(int restart) {
        this.restart = restart;
        hessenberg = new double[restart][restart + 1];
        cosine = new double[restart];
        sine = new double[restart];
        rhs = new double[restart + 1];
    }

    /**
     * Solves A x = b from x = 0.
     *
     * @param x receives the solution
     * @param tolerance stops when ‖b - A x‖ <= tolerance ‖b‖
     * @param maxSteps stops after this many applications of A
     */
    public Result solve(LinearOperator a, double[] b, double[] x, double tolerance, int maxSteps) {
        Arrays.fill(x, 0);
        double norm = norm(b);
        if (norm == 0) {
            return new Result(0, 0);
        }
        if (!basis.isEmpty() && basis.get(0).length != b.length) {
            basis.clear();
        }
        double target = tolerance * norm;
        double[] residual = vector(0, b.length);
        System.arraycopy(b, 0, residual, 0, b.length);
        length = norm;
        steps = 0;
        while (length > target && steps < maxSteps) {
            boolean brokenDown = cycle(a, x, target, maxSteps - steps);
            if (length <= target || steps >= maxSteps || brokenDown) {
                break;
            }
            apply(a, x, residual);
            for (int i = 0; i < b.length; i++) {
                residual[i] = b[i] - residual[i];
            }
            length = norm(residual);
        }
        return new Result(steps, length / norm);
    }

    private void apply(LinearOperator a, double[] x, double[] y) {
        a.apply(x, y);
        steps++;
    }

    /**
     * One cycle from the residual in basis vector 0; adds its correction to x.
     *
     * @return whether A maps a basis vector into the span of the images of those before, so that nothing is gained
     */
    private boolean cycle(LinearOperator a, double[] x, double target, int stepsLeft) {
        int n = x.length;
        int most = Math.min(restart, stepsLeft);
        boolean brokenDown = false;
        scale(vector(0, n), 1 / length);
        rhs[0] = length;
        int k = 0;
        while (k < most && Math.abs(rhs[k]) > target) {
            double[] v = vector(k + 1, n);
            apply(a, basis.get(k), v);
            double[] h = hessenberg[k];
            for (int i = 0; i <= k; i++) {
                h[i] = dot(v, basis.get(i));
                subtract(v, h[i], basis.get(i));
            }
            h[k + 1] = norm(v);
            if (h[k + 1] > 0) {
                scale(v, 1 / h[k + 1]);
            }
            rotate(h, k);
            brokenDown = h[k] == 0;
            if (brokenDown) {
                break;
            }
            k++;
        }
        length = Math.abs(rhs[k]);
        update(x, k);
        return brokenDown;
    }

    private void rotate(double[] h, int k) {
        for (int i = 0; i < k; i++) {
            double t = cosine[i] * h[i] + sine[i] * h[i + 1];
            h[i + 1] = cosine[i] * h[i + 1] - sine[i] * h[i];
            h[i] = t;
        }
        double r = Math.hypot(h[k], h[k + 1]);
        if (r == 0) {
            return;
        }
        cosine[k] = h[k] / r;
        sine[k] = h[k + 1] / r;
        h[k] = r;
        rhs[k + 1] = -sine[k] * rhs[k];
        rhs[k] *= cosine[k];
    }

    private void update(double[] x, int k) {
        for (int i = k - 1; i >= 0; i--) {
            double sum = rhs[i];
            for (int l = i + 1; l < k; l++) {
                sum -= hessenberg[l][i] * rhs[l];
            }
            rhs[i] = sum / hessenberg[i][i];
            subtract(x, -rhs[i], basis.get(i));
        }
    }

    private double[] vector(int k, int n) {
        while (basis.size() <= k) {
            basis.add(new double[n]);
        }
        return basis.get(k);
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void subtract(double[] v, double factor, double[] w) {
        for (int i = 0; i < v.length; i++) {
            v[i] -= factor * w[i];
        }
    }

    private static void scale(double[] v, double factor) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
    }
}
