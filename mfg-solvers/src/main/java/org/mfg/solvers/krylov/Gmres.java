package org.mfg.solvers.krylov;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.solvers.parallel.Workers;

/**
 * Restarted GMRES (Saad and Schultz 1986) with Givens rotations, for A x = b; with a preconditioner in its flexible form (Saad 1993), which keeps
 * the images of the basis vectors too. Vectors are allocated when first needed and kept for the next solve. The result does not depend on the
 * number of threads.
 */
public final class Gmres {

    /**
     * What a solve did.
     *
     * @param steps the applications of A
     * @param relativeResidual ‖b - A x‖ / ‖b‖, by the recurrence
     */
    public record Result(int steps, double relativeResidual) {}

    /** Whether to go on. */
    @FunctionalInterface
    public interface Patience {
        /**
         * Asked after every step that has not reached the tolerance.
         *
         * @param steps the applications of A so far
         * @param relativeResidual ‖b - A x‖ / ‖b‖, by the recurrence
         */
        boolean lasts(int steps, double relativeResidual);
    }

    private final int restart;
    private final KrylovBasis basis;
    private final KrylovBasis images;
    private final double[][] hessenberg;
    private final double[] cosine;
    private final double[] sine;
    private final double[] rhs;

    /**
     * @param restart the largest number of basis vectors, >= 1
     * @param workers the threads
     */
    public Gmres(int restart, Workers workers) {
        this.restart = restart;
        basis = new KrylovBasis(workers);
        images = new KrylovBasis(workers);
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
        return solve(a, b, x, tolerance, maxSteps, (steps, relativeResidual) -> true);
    }

    /** As {@link #solve(LinearOperator, double[], double[], double, int)}, unless patience ends before. */
    public Result solve(LinearOperator a, double[] b, double[] x, double tolerance, int maxSteps, Patience patience) {
        return solve(a, null, b, x, tolerance, maxSteps, patience);
    }

    /**
     * Solves A x = b from x = 0 with a preconditioner from the right: the residual stays that of A x = b.
     *
     * @param v about the inverse of A; it may be another map at each call; null for none
     */
    public Result solve(
            LinearOperator a,
            @Nullable LinearOperator v,
            double[] b,
            double[] x,
            double tolerance,
            int maxSteps,
            Patience patience) {
        Arrays.fill(x, 0);
        double norm = basis.norm(b);
        if (norm == 0) {
            return new Result(0, 0);
        }
        double[] residual = basis.vector(0, b.length);
        System.arraycopy(b, 0, residual, 0, b.length);
        double beta = norm;
        int steps = 0;
        while (true) {
            int cycle = Math.min(restart, maxSteps - steps);
            int before = steps;
            boolean[] over = {false};
            steps += cycle(a, v, x, beta, tolerance * norm, cycle, (k, residualNorm) -> {
                over[0] = !patience.lasts(before + k, residualNorm / norm);
                return !over[0];
            });
            residual = basis.vector(0, b.length);
            double estimate = Math.abs(lastResidual);
            if (estimate <= tolerance * norm || steps >= maxSteps || over[0]) {
                return new Result(steps, estimate / norm);
            }
            a.apply(x, residual);
            for (int i = 0; i < b.length; i++) {
                residual[i] = b[i] - residual[i];
            }
            beta = basis.norm(residual);
            steps++;
        }
    }

    private double lastResidual;

    /** One cycle from the residual in basis vector 0 of length beta; adds its correction to x. */
    private int cycle(
            LinearOperator a,
            @Nullable LinearOperator v,
            double[] x,
            double beta,
            double target,
            int most,
            Patience patience) {
        int n = x.length;
        basis.scale(basis.vector(0, n), 1 / beta);
        rhs[0] = beta;
        int k = 0;
        while (k < most && Math.abs(rhs[k]) > target && (k == 0 || patience.lasts(k, Math.abs(rhs[k])))) {
            double[] direction = basis.vector(k, n);
            if (v != null) {
                v.apply(direction, images.vector(k, n));
                direction = images.vector(k, n);
            }
            a.apply(direction, basis.vector(k + 1, n));
            double[] h = hessenberg[k];
            basis.orthonormalize(k + 1, h);
            rotate(h, k);
            k++;
        }
        lastResidual = rhs[k];
        update(v == null ? basis : images, x, k);
        return k;
    }

    private void rotate(double[] h, int k) {
        for (int i = 0; i < k; i++) {
            double t = cosine[i] * h[i] + sine[i] * h[i + 1];
            h[i + 1] = cosine[i] * h[i + 1] - sine[i] * h[i];
            h[i] = t;
        }
        double r = Math.hypot(h[k], h[k + 1]);
        // A column of zeros, of a singular operator, leaves the residual as it is.
        cosine[k] = r == 0 ? 0 : h[k] / r;
        sine[k] = r == 0 ? 1 : h[k + 1] / r;
        h[k] = r == 0 ? 1 : r;
        rhs[k + 1] = -sine[k] * rhs[k];
        rhs[k] *= cosine[k];
    }

    private void update(KrylovBasis directions, double[] x, int k) {
        for (int i = k - 1; i >= 0; i--) {
            double sum = rhs[i];
            for (int l = i + 1; l < k; l++) {
                sum -= hessenberg[l][i] * rhs[l];
            }
            rhs[i] = sum / hessenberg[i][i];
        }
        directions.addCombination(x, k, rhs);
    }
}
