package org.mfg.solvers.krylov;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.WorkFields;
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

    /** What is asked for, written when needed: that takes no room meanwhile. */
    @FunctionalInterface
    public interface RightHandSide {
        /** Writes b. */
        void write(double[] b);

        /** One that is at hand. */
        static RightHandSide of(double[] b) {
            return out -> System.arraycopy(b, 0, out, 0, b.length);
        }
    }

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

    private static final double[] NONE = new double[0];

    private final int restart;
    private final double reach;
    private final KrylovBasis basis;
    private final KrylovBasis images;
    private final HessenbergSystem hessenberg;
    private final WorkFields fields;
    /** The last vector of the basis, that which becomes the next, and an image, in double precision. */
    private double[] direction = NONE;

    private double[] next = NONE;
    private double[] image = NONE;
    private double lastResidual;

    /**
     * @param restart the largest number of basis vectors, >= 1
     * @param workers the threads
     */
    public Gmres(int restart, Workers workers) {
        this(restart, workers, new WorkFields());
    }

    /** As {@link #Gmres(int, Workers)}, with fields to work in. */
    public Gmres(int restart, Workers workers, WorkFields fields) {
        this(
                restart,
                0,
                fields,
                new KrylovBasis(workers, new DoubleVectors()),
                new KrylovBasis(workers, new DoubleVectors()));
    }

    private Gmres(int restart, double reach, WorkFields fields, KrylovBasis basis, KrylovBasis images) {
        this.restart = restart;
        this.reach = reach;
        this.fields = fields;
        this.basis = basis;
        this.images = images;
        hessenberg = new HessenbergSystem(restart);
    }

    /**
     * With basis vectors that are kept in single precision (Aliaga, Anzt, Grützmacher, Quintana-Ortí and Tomás 2022): half the memory and traffic. To
     * relative tolerances down to 1e-5 it takes the same steps; beyond, it begins again after every five digits.
     *
     * @param fields to work in: two vectors, three with a preconditioner
     */
    public static Gmres inSinglePrecision(int restart, Workers workers, WorkFields fields) {
        return new Gmres(
                restart,
                SINGLE_REACH,
                fields,
                new KrylovBasis(workers, new SingleVectors()),
                new KrylovBasis(workers, new SingleVectors()));
    }

    /**
     * With a basis that is orthonormal in the inner product of sketches (Balabanov and Grigori 2022), which takes half of the time; in double precision, so that it begins again
     * only when its memory is full. The residuals of the recurrence are those of sketches, mostly within a fifth of the true ones.
     */
    public static Gmres sketched(int restart, Workers workers) {
        return new Gmres(
                restart,
                0,
                new WorkFields(),
                new SketchedBasis(workers, new DoubleVectors()),
                new KrylovBasis(workers, new DoubleVectors()));
    }

    /**
     * Solves A x = b from x = 0.
     *
     * @param x receives the solution
     * @param tolerance stops when ‖b - A x‖ <= tolerance ‖b‖
     * @param maxSteps stops after this many applications of A
     */
    public Result solve(LinearOperator a, double[] b, double[] x, double tolerance, int maxSteps) {
        return solve(a, null, RightHandSide.of(b), x, tolerance, maxSteps, (steps, relativeResidual) -> true);
    }

    /**
     * Solves A x = b from x = 0 with a preconditioner from the right: the residual stays that of A x = b.
     *
     * @param v about the inverse of A; it may be another map at each call; null for none
     * @param patience whether to go on
     */
    public Result solve(
            LinearOperator a,
            @Nullable LinearOperator v,
            RightHandSide b,
            double[] x,
            double tolerance,
            int maxSteps,
            Patience patience) {
        direction = fields.take(x.length);
        next = fields.take(x.length);
        image = v == null ? NONE : fields.take(x.length);
        try {
            return cycles(a, v, b, x, tolerance, maxSteps, patience);
        } finally {
            fields.give(direction, next);
            if (v != null) {
                fields.give(image);
            }
        }
    }

    private Result cycles(
            LinearOperator a,
            @Nullable LinearOperator v,
            RightHandSide b,
            double[] x,
            double tolerance,
            int maxSteps,
            Patience patience) {
        Arrays.fill(x, 0);
        b.write(direction);
        double norm = basis.norm(direction);
        if (norm == 0) {
            return new Result(0, 0);
        }
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
            a.apply(x, next, EXACTNESS * tolerance);
            b.write(direction);
            for (int i = 0; i < x.length; i++) {
                direction[i] -= next[i];
            }
            beta = basis.norm(direction);
            steps++;
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
