package org.mfg.solvers.krylov;

import java.util.Arrays;
import java.util.function.Supplier;
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

    /** A cycle with vectors in single precision goes no further at once: from some 1e-7 on its residual is not that of A x = b. */
    private static final double SINGLE_REACH = 1e-5;

    /**
     * How much more exactly than the residual is to be the first product has to be known; later ones less in the measure that the residual has fallen (Bouras
     * and Frayssé 2005).
     */
    public static final double EXACTNESS = 0.01;

    private final int restart;
    private final double reach;
    private final KrylovBasis basis;
    private final KrylovBasis images;
    private final HessenbergSystem hessenberg;
    /** The last vector of the basis, that which becomes the next, and an image, in double precision. */
    private double[] direction = new double[0];

    private double[] next = new double[0];
    private double[] image = new double[0];
    private double lastResidual;

    /**
     * @param restart the largest number of basis vectors, >= 1
     * @param workers the threads
     */
    public Gmres(int restart, Workers workers) {
        this(restart, 0, workers, DoubleVectors::new);
    }

    private Gmres(int restart, double reach, Workers workers, Supplier<Vectors> room) {
        this.restart = restart;
        this.reach = reach;
        basis = new KrylovBasis(workers, room.get());
        images = new KrylovBasis(workers, room.get());
        hessenberg = new HessenbergSystem(restart);
    }

    /**
     * With basis vectors that are kept in single precision (Aliaga, Anzt, Grützmacher, Quintana-Ortí and Tomás 2022): half the memory and traffic. To
     * relative tolerances down to 1e-5 it takes the same steps; beyond, it begins again after every five digits.
     */
    public static Gmres inSinglePrecision(int restart, Workers workers) {
        return new Gmres(restart, SINGLE_REACH, workers, SingleVectors::new);
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
        reserve(b.length, v != null);
        System.arraycopy(b, 0, direction, 0, b.length);
        double beta = norm;
        int steps = 0;
        while (true) {
            int cycle = Math.min(restart, maxSteps - steps);
            int before = steps;
            boolean[] over = {false};
            double target = Math.max(tolerance * norm, reach * beta);
            steps += cycle(a, v, x, beta, target, cycle, (k, residualNorm) -> {
                over[0] = !patience.lasts(before + k, residualNorm / norm);
                return !over[0];
            });
            if (lastResidual <= tolerance * norm || steps >= maxSteps || over[0]) {
                return new Result(steps, lastResidual / norm);
            }
            a.apply(x, direction, EXACTNESS * tolerance);
            for (int i = 0; i < b.length; i++) {
                direction[i] = b[i] - direction[i];
            }
            beta = basis.norm(direction);
            steps++;
        }
    }

    private void reserve(int n, boolean hasImages) {
        if (direction.length != n) {
            direction = new double[n];
            next = new double[n];
        }
        if (hasImages && image.length != n) {
            image = new double[n];
        }
    }

    /** One cycle from the residual, of length beta, that is the direction; adds its correction to x. */
    private int cycle(
            LinearOperator a,
            @Nullable LinearOperator v,
            double[] x,
            double beta,
            double target,
            int most,
            Patience patience) {
        basis.keep(0, direction, 1 / beta);
        hessenberg.begin(beta);
        int k = 0;
        while (k < most && hessenberg.residual(k) > target && (k == 0 || patience.lasts(k, hessenberg.residual(k)))) {
            double[] input = direction;
            if (v != null) {
                v.apply(direction, image);
                images.keep(k, image, 1);
                input = image;
            }
            a.apply(input, next, EXACTNESS * target / hessenberg.residual(k));
            basis.orthonormalize(k + 1, next, hessenberg.column(k));
            hessenberg.add(k);
            double[] swap = direction;
            direction = next;
            next = swap;
            k++;
        }
        lastResidual = hessenberg.residual(k);
        (v == null ? basis : images).addCombination(x, k, hessenberg.solve(k));
        return k;
    }
}
