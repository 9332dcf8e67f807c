package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * The minimiser p* of a convex H(t, x, ·, m) in one dimension: where the non-decreasing H_p changes sign. Each node keeps its last one, for
 * which the same crowd asks again and again, and from which a search for another crowd starts.
 *
 * <p>The search is Newton's method on H_p = 0, within a bracket made by growing steps, and replaced by bisection where it would leave the
 * bracket or hardly narrows it (rtsafe of Press et al., Numerical Recipes, section 9.4). It is right to the last digits where H_p is
 * smooth, and where it jumps; the Engquist-Osher form is flat in p*: an error of δ changes it by ½ H_pp δ². A minimiser beyond 1e12
 * counts as infinite. An instance is for one thread.
 */
final class LineMinimizer {
    private static final double FAR = 1e12;
    private static final double PRECISION = 4 * Math.ulp(1.0);
    private static final int MAX_STEPS = 200;

    private final Hamiltonian hamiltonian;
    private final boolean dependsOnDensity;
    private final NodeFinder nodes;
    /** By node: the last minimiser, and the time, not a number before the first, and density for which it is one. */
    private final double[] minimizer;

    private final double[] time;
    private final double[] density;
    private final double[] p = new double[1];
    private final double[] out = new double[1];
    private double low;
    private double high;

    /** @param positions of the nodes */
    LineMinimizer(Hamiltonian hamiltonian, double[][] positions) {
        this.hamiltonian = hamiltonian;
        dependsOnDensity = hamiltonian.dependsOnDensity();
        nodes = new NodeFinder(positions);
        minimizer = new double[positions.length];
        density = new double[positions.length];
        time = new double[positions.length];
        Arrays.fill(time, Double.NaN);
    }

    /** p*(t, x, m). */
    double at(double t, double[] x, double m) {
        int node = nodes.at(x);
        if (node < 0) {
            return search(0, t, x, m);
        }
        if (time[node] == t && (density[node] == m || !dependsOnDensity)) {
            return minimizer[node];
        }
        minimizer[node] = search(minimizer[node], t, x, m);
        time[node] = t;
        density[node] = m;
        return minimizer[node];
    }

    private double search(double guess, double t, double[] x, double m) {
        double at = guess;
        double slope = slope(t, x, at, m);
        if (slope == 0) {
            return at;
        }
        if (!bracket(at, slope, t, x, m)) {
            return slope < 0 ? high : low;
        }
        double lastStep = high - low;
        for (int k = 0; k < MAX_STEPS && high - low > PRECISION * Math.max(Math.abs(low), Math.abs(high)); k++) {
            double step = -slope / curvature(t, x, at, m);
            if (Math.abs(step) <= PRECISION * Math.abs(at)) {
                return at;
            }
            double next = at + step;
            // Also where the curvature is 0, infinite or not a number.
            if (!(next > low && next < high) || !(Math.abs(step) < 0.5 * lastStep)) {
                next = 0.5 * (low + high);
                step = next - at;
            }
            lastStep = Math.abs(step);
            at = next;
            slope = slope(t, x, at, m);
            if (slope == 0) {
                return at;
            }
            if (slope < 0) {
                low = at;
            } else {
                high = at;
            }
        }
        return high;
    }

    /** Brackets the minimiser: H_p < 0 at low, > 0 at high, or 0 at one of them. False where it is far away. */
    private boolean bracket(double at, double slope, double t, double[] x, double m) {
        low = at;
        high = at;
        double reach = 1;
        if (slope < 0) {
            do {
                low = high;
                high = at + reach;
                reach *= 4;
                if (!(slope(t, x, high, m) < 0)) {
                    return true;
                }
            } while (high < FAR);
        } else {
            do {
                high = low;
                low = at - reach;
                reach *= 4;
                if (!(slope(t, x, low, m) > 0)) {
                    return true;
                }
            } while (low > -FAR);
        }
        return false;
    }

    private double slope(double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumGradient(t, x, p, m, out);
        return out[0];
    }

    private double curvature(double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumHessian(t, x, p, m, out);
        return out[0];
    }
}
