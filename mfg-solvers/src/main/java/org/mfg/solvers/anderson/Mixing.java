package org.mfg.solvers.anderson;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory of Anderson's method and its step. The least-squares problem is solved by modified Gram-Schmidt, newest
 * difference first; a difference that the newer ones nearly span is left out.
 */
final class Mixing {
    /** A column of which less than this is left by the projections carries round-off only. */
    private static final double DEPENDENT = 1e-8;

    private final int size;
    private final int memory;
    private final double mixing;
    private final List<Difference> differences = new ArrayList<>();
    private final double[] lastBelief;
    private final double[] lastDefect;
    private final double[] remainder;
    private final List<double[]> basis = new ArrayList<>();
    private final double[][] triangle;
    private boolean hasLast;

    /** The change between two iterates: of the belief, and of the defect Φ(b) - b. */
    private record Difference(double[] belief, double[] defect) {}

    Mixing(int size, int memory, double mixing) {
        this.size = size;
        this.memory = memory;
        this.mixing = mixing;
        lastBelief = new double[size];
        lastDefect = new double[size];
        remainder = new double[size];
        triangle = new double[memory][memory];
    }

    /** Empties the memory. */
    void forget() {
        differences.clear();
        hasLast = false;
    }

    /** Replaces the belief by the next one, given the population's response to it. */
    void advance(double[] belief, double[] response) {
        remember(belief, response);
        List<Difference> used = new ArrayList<>();
        double[] gamma = leastSquares(used);
        for (int i = 0; i < size; i++) {
            double next = belief[i] + mixing * lastDefect[i];
            for (int j = 0; j < used.size(); j++) {
                Difference d = used.get(j);
                next -= gamma[j] * (d.belief()[i] + mixing * d.defect()[i]);
            }
            belief[i] = Math.max(0, next);
        }
    }

    private void remember(double[] belief, double[] response) {
        if (hasLast) {
            Difference oldest = differences.size() < memory
                    ? new Difference(new double[size], new double[size])
                    : differences.remove(differences.size() - 1);
            for (int i = 0; i < size; i++) {
                oldest.belief()[i] = belief[i] - lastBelief[i];
                oldest.defect()[i] = response[i] - belief[i] - lastDefect[i];
            }
            differences.add(0, oldest);
        }
        for (int i = 0; i < size; i++) {
            lastBelief[i] = belief[i];
            lastDefect[i] = response[i] - belief[i];
        }
        hasLast = true;
    }

    /** The coefficients of the differences that are used, which are added to the list. */
    private double[] leastSquares(List<Difference> used) {
        System.arraycopy(lastDefect, 0, remainder, 0, size);
        double[] projected = new double[differences.size()];
        for (Difference difference : differences) {
            int k = used.size();
            double[] q = vector(k);
            System.arraycopy(difference.defect(), 0, q, 0, size);
            double length = Math.sqrt(dot(q, q));
            for (int j = 0; j < k; j++) {
                triangle[j][k] = dot(q, basis.get(j));
                subtract(q, triangle[j][k], basis.get(j));
            }
            double left = Math.sqrt(dot(q, q));
            if (left > DEPENDENT * length) {
                triangle[k][k] = left;
                for (int i = 0; i < size; i++) {
                    q[i] /= left;
                }
                projected[k] = dot(remainder, q);
                subtract(remainder, projected[k], q);
                used.add(difference);
            }
        }
        return backSubstitute(projected, used.size());
    }

    private double[] backSubstitute(double[] rhs, int count) {
        double[] gamma = new double[count];
        for (int j = count - 1; j >= 0; j--) {
            double sum = rhs[j];
            for (int k = j + 1; k < count; k++) {
                sum -= triangle[j][k] * gamma[k];
            }
            gamma[j] = sum / triangle[j][j];
        }
        return gamma;
    }

    private double[] vector(int k) {
        while (basis.size() <= k) {
            basis.add(new double[size]);
        }
        return basis.get(k);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] v, double factor, double[] w) {
        for (int i = 0; i < v.length; i++) {
            v[i] -= factor * w[i];
        }
    }
}
