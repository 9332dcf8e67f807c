package org.mfg.solvers.finitedifferences;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The equations of {@link WholeGame} on a line as docs/mathematics.md has them, written down once more: node by node, with full matrices, and
 * without the grid's own distances and weights.
 *
 * @param x the nodes
 * @param length that of the ring; 0 on an interval
 * @param isCentral whether differences are central ones
 */
record LineEquations(double[] x, double length, boolean isCentral) {
    /** What the numerical Hamiltonian is at a node: its value, its slopes and the differences. */
    record Flux(double value, double minus, double plus, double qMinus, double qPlus) {
        double drift() {
            return -(minus + plus);
        }

        /** L = Σ q ∂g/∂q - g. */
        double cost() {
            return qMinus * minus + qPlus * plus - value;
        }
    }

    int size() {
        return x.length;
    }

    private boolean hasBelow(int i) {
        return length > 0 || i > 0;
    }

    private boolean hasAbove(int i) {
        return length > 0 || i < x.length - 1;
    }

    private int below(int i) {
        return hasBelow(i) ? (i + x.length - 1) % x.length : i;
    }

    private int above(int i) {
        return hasAbove(i) ? (i + 1) % x.length : i;
    }

    private double toBelow(int i) {
        return i > 0 ? x[i] - x[i - 1] : length - x[x.length - 1];
    }

    private double toAbove(int i) {
        return i < x.length - 1 ? x[i + 1] - x[i] : length - x[i];
    }

    double weight(int i) {
        return 0.5 * ((hasBelow(i) ? toBelow(i) : 0) + (hasAbove(i) ? toAbove(i) : 0));
    }

    Flux flux(double t, double[] u, int i) {
        double b = WholeGame.wind(t, x[i]);
        double minus = hasBelow(i) ? (u[i] - u[below(i)]) / toBelow(i) : 0;
        double plus = hasAbove(i) ? (u[above(i)] - u[i]) / toAbove(i) : 0;
        if (isCentral) {
            double p = hasBelow(i) && hasAbove(i) ? 0.5 * (minus + plus) : 0;
            return new Flux(h(p, b), 0.5 * (p - b), 0.5 * (p - b), p, p);
        }
        double up = Math.max(minus, b);
        double down = Math.min(plus, b);
        return new Flux(h(up, b) + h(down, b) - h(b, b), up - b, down - b, minus, plus);
    }

    private static double h(double p, double b) {
        return 0.5 * p * p - b * p;
    }

    /** -D Δ_h u + g - f - F[m]. */
    double[] operator(double t, double[] u, double[] m) {
        double[] out = new double[x.length];
        RealVector diffused = diffusion(t).operate(new ArrayRealVector(u));
        for (int i = 0; i < x.length; i++) {
            out[i] = diffused.getEntry(i) + flux(t, u, i).value() - cost(t, m, i);
        }
        return out;
    }

    double cost(double t, double[] m, int i) {
        return WholeGame.runningCost(t, x[i]) + WholeGame.LOCAL * m[i] + WholeGame.NONLOCAL * convolution(m, i);
    }

    double terminalCost(double[] m, int i) {
        return WholeGame.terminalCost(x[i])
                + WholeGame.LOCAL_AT_END * m[i]
                + WholeGame.NONLOCAL_AT_END * convolution(m, i);
    }

    private double convolution(double[] m, int i) {
        double sum = 0;
        for (int l = 0; l < x.length; l++) {
            sum += weight(l) * Math.cos(x[i] - x[l]) * m[l] * m[l];
        }
        return sum;
    }

    /** -D Δ_h. */
    private RealMatrix diffusion(double t) {
        RealMatrix matrix = new Array2DRowRealMatrix(x.length, x.length);
        for (int i = 0; i < x.length; i++) {
            double d = WholeGame.diffusion(t, x[i]) / weight(i);
            addDifference(matrix, i, below(i), hasBelow(i) ? d / toBelow(i) : 0);
            addDifference(matrix, i, above(i), hasAbove(i) ? d / toAbove(i) : 0);
        }
        return matrix;
    }

    /** Adds factor (v_i - v_j). */
    private static void addDifference(RealMatrix matrix, int i, int j, double factor) {
        matrix.addToEntry(i, i, factor);
        matrix.addToEntry(i, j, -factor);
    }

    /** A(u) = -D Δ_h + g_q D. */
    RealMatrix derivative(double t, double[] u) {
        RealMatrix matrix = diffusion(t);
        for (int i = 0; i < x.length; i++) {
            Flux flux = flux(t, u, i);
            boolean isFlat = isCentral && !(hasBelow(i) && hasAbove(i));
            addDifference(matrix, i, below(i), hasBelow(i) && !isFlat ? flux.minus() / toBelow(i) : 0);
            addDifference(matrix, i, above(i), hasAbove(i) && !isFlat ? -flux.plus() / toAbove(i) : 0);
        }
        return matrix;
    }

    RealMatrix weights() {
        double[] w = new double[x.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = weight(i);
        }
        return MatrixUtils.createRealDiagonalMatrix(w);
    }

    /** w s(t). */
    RealVector source(double t) {
        double[] s = new double[x.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = weight(i) * WholeGame.source(t, x[i]);
        }
        return new ArrayRealVector(s);
    }
}
