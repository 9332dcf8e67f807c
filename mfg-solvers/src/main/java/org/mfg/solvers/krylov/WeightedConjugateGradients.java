package org.mfg.solvers.krylov;

import java.util.Arrays;
import org.mfg.solvers.parallel.Workers;

/**
 * Conjugate gradients (Hestenes and Stiefel 1952) for x - K x = b where I - K is self-adjoint and positive definite in the inner product ⟨x, y⟩ = Σ w x y. That may be semidefinite:
 * where w is 0 nothing is asked of the residual. With A = W (I - K) it is {@link ConjugateGradients} with the preconditioner W⁻¹, which need not exist here; products may be inexact, and threads share the vectors. A step takes three passes over vectors, however many were before it. The result does not depend on the number of threads.
 */
public final class WeightedConjugateGradients {
    private static final int CHUNK = 4096;

    /** As {@link Gmres#EXACTNESS}; ten times as much would take half as many steps again, */
    public static final double EXACTNESS = 0.1;
    /** and products that are less exact than this may end all progress. */
    private static final double LEAST_EXACT = 0.01;

    private final double[] weights;
    private final Workers workers;
    private final double[] residual;
    private final double[] direction;
    private final double[] image;
    private final double[] partial;

    /**
     * @param weights w, each >= 0
     * @param workers the threads
     */
    public WeightedConjugateGradients(double[] weights, Workers workers) {
        this.weights = weights;
        this.workers = workers;
        residual = new double[weights.length];
        direction = new double[weights.length];
        image = new double[weights.length];
        partial = new double[(weights.length + CHUNK - 1) / CHUNK];
    }

    /**
     * Solves x - K x = b from x = 0, and leaves it where I - K turns out not to be positive definite.
     *
     * @param x receives the solution
     * @param tolerance stops when ‖b - x + K x‖ <= tolerance ‖b‖, by the recurrence
     * @param maxSteps stops after this many applications of K
     * @return the applications of K
     */
    public int solve(LinearOperator k, double[] b, double[] x, double tolerance, int maxSteps) {
        Arrays.fill(x, 0);
        System.arraycopy(b, 0, residual, 0, b.length);
        System.arraycopy(b, 0, direction, 0, b.length);
        double square = product(b, b);
        double target = tolerance * tolerance * square;
        int steps = 0;
        while (steps < maxSteps && square > target) {
            k.apply(direction, image, Math.min(LEAST_EXACT, EXACTNESS * Math.sqrt(target / square)));
            steps++;
            double curvature = curvature();
            if (!(curvature > 0)) {
                return steps;
            }
            double alpha = square / curvature;
            double next = reduce(alpha);
            move(alpha, x, next / square);
            square = next;
        }
        return steps;
    }

    /** The length of a vector. */
    public double norm(double[] v) {
        return Math.sqrt(product(v, v));
    }

    private double product(double[] x, double[] y) {
        workers.run(partial.length, (thread, chunk) -> partial[chunk] = product(x, y, begin(chunk), end(chunk)));
        return sum();
    }

    /** A part of ⟨x, y⟩; two sums at once, since one would wait for its additions. */
    private double product(double[] x, double[] y, int from, int to) {
        double[] w = weights;
        double even = 0;
        double odd = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            even += w[i] * x[i] * y[i];
            odd += w[i + 1] * x[i + 1] * y[i + 1];
        }
        return even + odd + (i < to ? w[i] * x[i] * y[i] : 0);
    }

    /** ⟨p, p - K p⟩. */
    private double curvature() {
        workers.run(partial.length, (thread, chunk) -> partial[chunk] = curvature(begin(chunk), end(chunk)));
        return sum();
    }

    private double curvature(int from, int to) {
        double[] w = weights;
        double[] p = direction;
        double[] kp = image;
        double even = 0;
        double odd = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            even += w[i] * p[i] * (p[i] - kp[i]);
            odd += w[i + 1] * p[i + 1] * (p[i + 1] - kp[i + 1]);
        }
        return even + odd + (i < to ? w[i] * p[i] * (p[i] - kp[i]) : 0);
    }

    /** r ← r - α (p - K p); returns ⟨r, r⟩. */
    private double reduce(double alpha) {
        workers.run(partial.length, (thread, chunk) -> {
            int from = begin(chunk);
            int to = end(chunk);
            reduce(alpha, from, to);
            partial[chunk] = product(residual, residual, from, to);
        });
        return sum();
    }

    private void reduce(double alpha, int from, int to) {
        double[] r = residual;
        double[] p = direction;
        double[] kp = image;
        for (int i = from; i < to; i++) {
            r[i] -= alpha * (p[i] - kp[i]);
        }
    }

    /** x ← x + α p, p ← r + β p. */
    private void move(double alpha, double[] x, double beta) {
        workers.run(partial.length, (thread, chunk) -> move(alpha, x, beta, begin(chunk), end(chunk)));
    }

    private void move(double alpha, double[] x, double beta, int from, int to) {
        double[] r = residual;
        double[] p = direction;
        for (int i = from; i < to; i++) {
            x[i] += alpha * p[i];
            p[i] = r[i] + beta * p[i];
        }
    }

    private double sum() {
        double sum = 0;
        for (double part : partial) {
            sum += part;
        }
        return sum;
    }

    private static int begin(int chunk) {
        return chunk * CHUNK;
    }

    private int end(int chunk) {
        return Math.min(weights.length, (chunk + 1) * CHUNK);
    }
}
