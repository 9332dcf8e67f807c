package org.mfg.solvers.krylov;

import java.util.Arrays;

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel 1952) for A x = b with A and the preconditioner P symmetric and positive definite, or semidefinite where P keeps b, and x, out of
 * what A does not see. An instance owns its vectors: one thread at a time.
 */
public final class ConjugateGradients {
    private final double[] r;
    private final double[] z;
    private final double[] p;
    private final double[] image;

    /** @param size of the vectors */
    public ConjugateGradients(int size) {
        r = new double[size];
        z = new double[size];
        p = new double[size];
        image = new double[size];
    }

    /**
     * Solves from x = 0 until the length √(r · P r) of what is left has fallen by a factor, or there were many steps: x · b grows with each.
     *
     * @param x on return the solution
     * @return the steps taken
     */
    public int solve(
            LinearOperator operator,
            LinearOperator preconditioner,
            double[] b,
            double[] x,
            double tolerance,
            int maxSteps) {
        Arrays.fill(x, 0);
        System.arraycopy(b, 0, r, 0, r.length);
        preconditioner.apply(r, z);
        System.arraycopy(z, 0, p, 0, p.length);
        double square = product(r, z);
        double enough = tolerance * tolerance * square;
        int steps = 0;
        while (square > enough && steps < maxSteps) {
            operator.apply(p, image);
            steps++;
            double energy = product(p, image);
            if (!(energy > 0)) {
                return steps;
            }
            add(square / energy, p, x);
            add(-square / energy, image, r);
            preconditioner.apply(r, z);
            double next = product(r, z);
            for (int i = 0; i < p.length; i++) {
                p[i] = z[i] + next / square * p[i];
            }
            square = next;
        }
        return steps;
    }

    private static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += factor * x[i];
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
