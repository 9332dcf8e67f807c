package org.mfg.api.hamiltonian;

/**
 * A Hamiltonian that depends on the length of the momentum only, H(t, x, p, m) = h(t, x, |p|, m), with h convex and
 * non-decreasing in r = |p| and ∂h/∂r = 0 at r = 0. Discretised as h at the length of the vector of upwind parts.
 *
 * <p>The author writes h and its derivative in r; the rest follows.
 */
public interface RadialHamiltonian extends Hamiltonian {

    /**
     * h(t, x, r, m).
     *
     * @param t the time; of a stationary game it says nothing
     * @param x the position, d entries
     * @param r the length of the momentum, >= 0
     * @param m the density, >= 0
     */
    double radialValue(double t, double[] x, double r, double m);

    /** The derivative ∂h/∂r (t, x, r, m) >= 0. */
    double radialDerivative(double t, double[] x, double r, double m);

    /** The second derivative ∂²h/∂r² (t, x, r, m) >= 0; by a difference unless overridden. */
    default double radialSecondDerivative(double t, double[] x, double r, double m) {
        double e = Differences.step(r);
        double below = Math.max(0, r - e);
        return (radialDerivative(t, x, r + e, m) - radialDerivative(t, x, below, m)) / (r + e - below);
    }

    /** ∂h/∂m (t, x, r, m); by a central difference where H depends on m, unless overridden. */
    default double radialDensityDerivative(double t, double[] x, double r, double m) {
        if (!dependsOnDensity()) {
            return 0;
        }
        double e = Differences.densityStep(m);
        return (radialValue(t, x, r, m + e) - radialValue(t, x, r, m - e)) / (2 * e);
    }

    /** ∂²h/∂r∂m (t, x, r, m); by a central difference where H depends on m, unless overridden. */
    default double radialMixedDerivative(double t, double[] x, double r, double m) {
        if (!dependsOnDensity()) {
            return 0;
        }
        double e = Differences.densityStep(m);
        return (radialDerivative(t, x, r, m + e) - radialDerivative(t, x, r, m - e)) / (2 * e);
    }

    @Override
    default double value(double t, double[] x, double[] p, double m) {
        return radialValue(t, x, length(p), m);
    }

    @Override
    default void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
        double r = length(p);
        double slope = r == 0 ? 0 : radialDerivative(t, x, r, m) / r;
        for (int k = 0; k < p.length; k++) {
            gradient[k] = slope * p[k];
        }
    }

    @Override
    default double densityDerivative(double t, double[] x, double[] p, double m) {
        return radialDensityDerivative(t, x, length(p), m);
    }

    private static double length(double[] p) {
        double sum = 0;
        for (double pk : p) {
            sum += pk * pk;
        }
        return Math.sqrt(sum);
    }
}
