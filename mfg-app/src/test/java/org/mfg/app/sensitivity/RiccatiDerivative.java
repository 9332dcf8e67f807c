package org.mfg.app.sensitivity;

/**
 * d μ(T)/dκ of the linear-quadratic game from its equations
 *
 * <pre>
 *   a' = a² - κ,  η' = 2aη + η² + κ s,   a(T) = κ_T,  η(T) = -κ_T s_T      backward
 *   log μ(T) = log μ0 - ∫ (a + η) dt
 * </pre>
 *
 * <p>and their derivatives in κ, â' = 2aâ - 1, η̂' = 2âη + 2aη̂ + 2ηη̂ + s, all from 0 at T, by the classical method of Runge and Kutta.
 */
final class RiccatiDerivative {
    private static final int STEPS = 2000;

    private RiccatiDerivative() {}

    static double ofMean(double kappa, double s, double kappaEnd, double sEnd, double horizon, double mean0) {
        double[] y = {kappaEnd, -kappaEnd * sEnd, 0, 0, 0, 0};
        double h = -horizon / STEPS;
        for (int k = 0; k < STEPS; k++) {
            double[] k1 = slope(y, kappa, s);
            double[] k2 = slope(plus(y, h / 2, k1), kappa, s);
            double[] k3 = slope(plus(y, h / 2, k2), kappa, s);
            double[] k4 = slope(plus(y, h, k3), kappa, s);
            for (int i = 0; i < y.length; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        // The integrals were taken backward.
        double mean = mean0 * Math.exp(y[4]);
        return mean * y[5];
    }

    /** Of (a, η, â, η̂, ∫(a + η), ∫(â + η̂)). */
    private static double[] slope(double[] y, double kappa, double s) {
        return new double[] {
            y[0] * y[0] - kappa,
            2 * y[0] * y[1] + y[1] * y[1] + kappa * s,
            2 * y[0] * y[2] - 1,
            2 * y[2] * y[1] + 2 * y[0] * y[3] + 2 * y[1] * y[3] + s,
            y[0] + y[1],
            y[2] + y[3]
        };
    }

    private static double[] plus(double[] y, double h, double[] k) {
        double[] sum = y.clone();
        for (int i = 0; i < y.length; i++) {
            sum[i] += h * k[i];
        }
        return sum;
    }
}
