package org.mfg.api.hamiltonian;

/**
 * A Hamiltonian that depends on the length of the momentum only, H(x, p, m) = h(x, |p|, m), with h convex and
 * non-decreasing in r = |p| and ∂h/∂r = 0 at r = 0. Discretised as h at the length of the vector of upwind parts.
 *
 * <p>The author writes h and its derivative in r; the rest follows.
 */
public interface RadialHamiltonian extends Hamiltonian {

    /**
     * h(x, r, m).
     *
     * @param x the position, d entries
     * @param r the length of the momentum, >= 0
     * @param m the density, >= 0
     */
    double radialValue(double[] x, double r, double m);

    /** The derivative ∂h/∂r (x, r, m) >= 0. */
    double radialDerivative(double[] x, double r, double m);

    /** The second derivative ∂²h/∂r² (x, r, m) >= 0; by a difference unless overridden. */
    default double radialSecondDerivative(double[] x, double r, double m) {
        double e = Differences.step(r);
        double below = Math.max(0, r - e);
        return (radialDerivative(x, r + e, m) - radialDerivative(x, below, m)) / (r + e - below);
    }

    /** ∂h/∂m (x, r, m); by a central difference where H depends on m, unless overridden. */
    default double radialDensityDerivative(double[] x, double r, double m) {
        if (!dependsOnDensity()) {
            return 0;
        }
        double e = Math.min(Differences.step(m), Math.max(0.5 * m, Double.MIN_NORMAL));
        return (radialValue(x, r, m + e) - radialValue(x, r, m - e)) / (2 * e);
    }

    /** ∂²h/∂r∂m (x, r, m); by a central difference where H depends on m, unless overridden. */
    default double radialMixedDerivative(double[] x, double r, double m) {
        if (!dependsOnDensity()) {
            return 0;
        }
        double e = Math.min(Differences.step(m), Math.max(0.5 * m, Double.MIN_NORMAL));
        return (radialDerivative(x, r, m + e) - radialDerivative(x, r, m - e)) / (2 * e);
    }

    @Override
    default double value(double[] x, double[] p, double m) {
        return radialValue(x, length(p), m);
    }

    @Override
    default void momentumGradient(double[] x, double[] p, double m, double[] gradient) {
        double r = length(p);
        double slope = r == 0 ? 0 : radialDerivative(x, r, m) / r;
        for (int k = 0; k < p.length; k++) {
            gradient[k] = slope * p[k];
        }
    }

    @Override
    default double densityDerivative(double[] x, double[] p, double m) {
        return radialDensityDerivative(x, length(p), m);
    }

    private static double length(double[] p) {
        double sum = 0;
        for (double pk : p) {
            sum += pk * pk;
        }
        return Math.sqrt(sum);
    }
}
