package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.TimeGrid;

/**
 * The duality gap of a strategy u and the population m that plays it, in the {@linkplain org.mfg.api.discrete.ConvexForm convex problem} of a game with local couplings. Of what costs there are
 * for moving none is left, as the fluxes are those of u, and with ρ the residual of the Hamilton-Jacobi-Bellman equation it is a sum over nodes
 * and steps of Fenchel's inequality for the potential,
 *
 * <pre>
 *   gap = Σ Δt Σ w [ V(m) + V*(θ) - m θ ] = Σ Δt Σ w ∫ (V'(s) - θ) ds from m̃ to m,   θ = V'(m) + ρ,   V'(m̃) = θ.
 * </pre>
 *
 * <p>m̃ is the density that u is the best response to. It is sought from 0 to 1/w, as no population is denser: so the gap is finite, and proves as much. One thread at a time.
 */
final class DualityGap extends RisingRoot {
    /** Where ρ moves the density by a smaller part of it, the integral is ρ²/(2 V'') to as many digits. */
    private static final double SMALL = 1e-6;

    /** The quadrature of Gauss with four points on [0, 1], exact for potentials up to m^8. */
    private static final double[] POINTS = {
        0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263
    };

    private static final double[] WEIGHTS = {
        0.17392742256872692, 0.32607257743127305, 0.32607257743127305, 0.17392742256872692
    };

    private final CrowdCosts costs;
    private int level;
    private int node;
    private double theta;
    private double at;

    /** @param costs those of the couplings: what a game gives besides is the same on both sides of V'(m̃) = V'(m) + ρ */
    DualityGap(CrowdCosts costs) {
        this.costs = costs;
    }

    /**
     * The gap.
     *
     * @param mesh where
     * @param time the time levels
     * @param m the density, a field
     * @param residual that of the backward equation at (u, m), scaled with Δt, a field
     */
    double of(Mesh mesh, TimeGrid time, double[] m, double[] residual) {
        int n = mesh.size;
        int steps = time.steps();
        double sum = 0;
        for (int j = 0; j < steps; j++) {
            double dt = time.step(j);
            for (int i = 0; i < n; i++) {
                // What u at the end is off by counts as if it were paid in the last step.
                double scaled = residual[j * n + i] + (j == steps - 1 ? residual[steps * n + i] : 0);
                if (mesh.weight[i] > 0 && scaled != 0) {
                    sum += dt * mesh.weight[i] * at(j + 1, i, m[(j + 1) * n + i], scaled / dt, 1 / mesh.weight[i]);
                }
            }
        }
        return sum;
    }

    private double at(int level, int node, double density, double rho, double densest) {
        this.level = level;
        this.node = node;
        double m = Math.max(0, density);
        double slope = costs.slope(level, node, m);
        if (Math.abs(rho) <= SMALL * slope * m) {
            return 0.5 * rho * rho / slope;
        }
        theta = costs.value(level, node, m) + rho;
        double response = rho > 0 ? above(m, densest) : below(m);
        double sum = 0;
        for (int k = 0; k < POINTS.length; k++) {
            sum += WEIGHTS[k] * value(response + POINTS[k] * (m - response));
        }
        return sum * (m - response);
    }

    private double above(double m, double densest) {
        return m >= densest || value(densest) <= 0 ? Math.max(m, densest) : find(m, densest, Math.min(densest, 2 * m));
    }

    private double below(double m) {
        return m == 0 || value(0) >= 0 ? 0 : find(0, m, 0.5 * m);
    }

    @Override
    double value(double m) {
        at = m;
        return costs.value(level, node, m) - theta;
    }

    @Override
    double slope() {
        return costs.slope(level, node, at);
    }
}
