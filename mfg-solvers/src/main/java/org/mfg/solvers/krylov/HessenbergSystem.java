package org.mfg.solvers.krylov;

/** The least squares problem of GMRES, min ‖beta e_0 - H y‖ with a Hessenberg matrix H that grows by columns, by Givens rotations. */
final class HessenbergSystem {
    private final double[][] columns;
    private final double[] cosine;
    private final double[] sine;
    private final double[] rhs;

    /** Room for a number of columns. */
    HessenbergSystem(int most) {
        columns = new double[most][most + 1];
        cosine = new double[most];
        sine = new double[most];
        rhs = new double[most + 1];
    }

    /** Begins without columns. */
    void begin(double beta) {
        rhs[0] = beta;
    }

    /** Where column k, of k + 2 entries, is to be written before it is {@linkplain #add added}. */
    double[] column(int k) {
        return columns[k];
    }

    /** The least ‖beta e_0 - H y‖ with the first k columns. */
    double residual(int k) {
        return Math.abs(rhs[k]);
    }

    void add(int k) {
        double[] h = columns[k];
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

    /** The best y with the first k columns; ends the problem. */
    double[] solve(int k) {
        for (int i = k - 1; i >= 0; i--) {
            double sum = rhs[i];
            for (int l = i + 1; l < k; l++) {
                sum -= columns[l][i] * rhs[l];
            }
            rhs[i] = sum / columns[i][i];
        }
        return rhs;
    }
}
