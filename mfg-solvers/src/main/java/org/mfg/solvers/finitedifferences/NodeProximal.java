package org.mfg.solvers.finitedifferences;

/**
 * The proximal map of the cost of a node, m g*(ω/m) + V(m), in the metric (a, b r): with p = b r ω̂ and q(m) the {@linkplain MomentumProximal proximal map} of m g at
 * p, the density is the root of
 *
 * <pre>
 *   V'(m) + a (m - m̂) - g(q(m)) = 0,
 * </pre>
 *
 * <p>whose left side rises with m, or 0 where that is positive at m = 0; and the fluxes are ω = ω̂ - q/(b r). A target at the end gives the density, a ceiling bounds it,
 * and what the left side lacks of 0 there is the toll. One thread at a time.
 */
final class NodeProximal extends RisingRoot {
    private final Mesh mesh;
    private final CrowdCosts costs;
    private final DensityLimits limits;
    private final ContinuityEquation continuity;
    private final MomentumProximal momentum;
    private final double[] p;
    private final double[] q;
    private final double[] weight;
    private int level;
    private int node;
    private double a;
    private double given;
    private double at;

    NodeProximal(
            Mesh mesh,
            CrowdCosts costs,
            DensityLimits limits,
            ContinuityEquation continuity,
            MomentumProximal momentum) {
        this.mesh = mesh;
        this.costs = costs;
        this.limits = limits;
        this.continuity = continuity;
        this.momentum = momentum;
        p = new double[mesh.sides];
        q = new double[mesh.sides];
        weight = new double[mesh.sides];
    }

    /** Maps the flow at a node in a time step; the density of the result is a guess on entry. Returns the toll, 0 where the density is free. */
    double map(int step, int i, double[][] flow, double[][] nearest) {
        int entry = step * mesh.size + i;
        level = step + 1;
        node = i;
        a = continuity.densityWeight(step);
        given = flow[0][entry];
        for (int s = 0; s < p.length; s++) {
            // At a wall the difference is 0, whatever the flux.
            weight[s] = mesh.inverseSpacing[s][i] > 0 ? continuity.fluxWeight(s, i) : 0;
            p[s] = weight[s] * flow[1 + s][entry];
        }
        boolean isGiven = limits.isGiven(entry);
        double most = limits.most(entry);
        double m = isGiven || isFull(most) ? most : root(most, nearest[0][entry]);
        double missing = value(m);
        nearest[0][entry] = m;
        for (int s = 0; s < p.length; s++) {
            nearest[1 + s][entry] = m > 0 && weight[s] > 0 ? (p[s] - q[s]) / weight[s] : 0;
        }
        return isGiven || m == most ? -missing : 0;
    }

    private boolean isFull(double most) {
        return most < Double.POSITIVE_INFINITY && value(most) <= 0;
    }

    /** The root below the most there may be. V' and -g only rise, so that the left side at m is at least its value at 0 and a m. */
    private double root(double most, double guess) {
        double highest = Math.min(most, Math.max(0, -value(0) / a));
        return highest == 0 ? 0 : find(0, highest, guess > 0 && guess < highest ? guess : 0.5 * highest);
    }

    @Override
    double value(double m) {
        at = m;
        double worthOfSpeed = momentum.nearest(costs.time(level), mesh.position[node], m, p, weight, q);
        return costs.value(level, node, m) + a * (m - given) - worthOfSpeed;
    }

    @Override
    double slope() {
        return costs.slope(level, node, at) + a + momentum.fall();
    }
}
