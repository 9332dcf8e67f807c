package org.mfg.solvers.finitedifferences;

import java.util.function.Supplier;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.parallel.Workers;

/**
 * The convex problem of the upwind scheme. Its cost is a sum over nodes, so that the proximal map takes one scalar equation for the density of each,
 *
 * <pre>
 *   V'(m) + a (m - m̂) - g(q(m)) = 0,   V' = f + F, and (g + G)/Δt more in the last step,
 * </pre>
 *
 * <p>whose left side rises with m; q(m) is the {@linkplain MomentumProximal proximal map} of m g at b r ω̂, and ω = ω̂ - q/(b r). Where the left side is
 * positive at m = 0 there is nobody.
 */
final class UpwindConvexForm implements ConvexForm {
    private final Mesh mesh;
    private final int steps;
    private final TimeGrid time;
    private final CrowdCosts costs;
    private final ContinuityEquation continuity;
    private final Workers workers;
    private final Node[] nodes;
    private double a;
    private double b;

    UpwindConvexForm(
            Mesh mesh,
            TimeGrid time,
            CrowdCosts costs,
            ContinuityEquation continuity,
            Supplier<MomentumProximal> proximal,
            Supplier<NumericalHamiltonian> hamiltonian,
            Workers workers) {
        this.mesh = mesh;
        this.time = time;
        this.costs = costs;
        this.continuity = continuity;
        this.workers = workers;
        steps = time.steps();
        nodes = new Node[workers.size()];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = new Node(proximal.get(), hamiltonian.get());
        }
        weigh(1, 1);
    }

    @Override
    public int components() {
        return 1 + mesh.sides;
    }

    @Override
    public int size() {
        return steps * mesh.size;
    }

    @Override
    public void weigh(double density, double flux) {
        a = density;
        b = flux;
        continuity.weigh(a, b);
    }

    @Override
    public double densitySlope(double[] m) {
        double slopes = 0;
        double squares = 0;
        for (int j = 1; j <= steps; j++) {
            for (int i = 0; i < mesh.size; i++) {
                double here = m[j * mesh.size + i];
                double square = mesh.weight[i] * here * here;
                slopes += here > 0 ? square * costs.slope(j, i, here) : 0;
                squares += square;
            }
        }
        return slopes / squares;
    }

    @Override
    public void project(double[][] flow, double[][] nearest) {
        continuity.project(flow, nearest);
    }

    @Override
    public void proximal(double[][] flow, double[][] nearest) {
        workers.run(steps, (thread, j) -> {
            for (int i = 0; i < mesh.size; i++) {
                nodes[thread].proximal(j, i, flow, nearest);
            }
        });
    }

    @Override
    public void enter(double[] u, double[] m, double[][] flow) {
        int n = mesh.size;
        workers.run(steps, (thread, j) -> nodes[thread].play(u, m, j, flow));
        double[] phi = new double[steps * n];
        for (int i = 0; i < phi.length; i++) {
            phi[i] = -u[i];
        }
        continuity.addMultiplier(flow, phi, flow);
    }

    /** The equation of a node, with the work arrays of a thread. */
    private final class Node extends RisingRoot {
        private final MomentumProximal proximal;
        private final NumericalHamiltonian hamiltonian;
        private final double[] p = new double[mesh.sides];
        private final double[] q = new double[mesh.sides];
        private final double[] weight = new double[mesh.sides];
        private final double[] gradient = new double[mesh.sides];
        private final double[][] differences = new double[mesh.sides][mesh.size];
        private int level;
        private int node;
        private double given;
        private double t;
        private double at;

        Node(MomentumProximal proximal, NumericalHamiltonian hamiltonian) {
            this.proximal = proximal;
            this.hamiltonian = hamiltonian;
        }

        void proximal(int j, int i, double[][] flow, double[][] nearest) {
            int entry = j * mesh.size + i;
            level = j + 1;
            node = i;
            t = time.time(level);
            given = flow[0][entry];
            for (int s = 0; s < p.length; s++) {
                // At a wall the difference is 0, whatever the flux.
                weight[s] = mesh.inverseSpacing[s][i] > 0 ? b * continuity.ratio[s][i] : 0;
                p[s] = weight[s] * flow[1 + s][entry];
            }
            double atNobody = value(0);
            // V' and -g only rise, so that the left side at m is at least its value at 0 and a m.
            double m = atNobody >= 0 ? 0 : find(0, -atNobody / a, within(nearest[0][entry], -atNobody / a));
            value(m);
            nearest[0][entry] = m;
            for (int s = 0; s < p.length; s++) {
                nearest[1 + s][entry] = m > 0 && weight[s] > 0 ? (p[s] - q[s]) / weight[s] : 0;
            }
        }

        private double within(double guess, double upper) {
            return guess > 0 && guess < upper ? guess : 0.5 * upper;
        }

        @Override
        double value(double m) {
            at = m;
            double speed = proximal.nearest(t, mesh.position[node], m, p, weight, q);
            return costs.value(level, node, m) + a * (m - given) - speed;
        }

        @Override
        double slope() {
            return costs.slope(level, node, at) + a + proximal.fall();
        }

        /** Writes the densities at the end of step j and the fluxes of those who play u in it. */
        void play(double[] u, double[] m, int j, double[][] flow) {
            int begin = j * mesh.size;
            mesh.differences(u, begin, 0, mesh.size, differences);
            for (int i = 0; i < mesh.size; i++) {
                for (int s = 0; s < q.length; s++) {
                    q[s] = differences[s][i];
                }
                double density = m[begin + mesh.size + i];
                hamiltonian.gradient(time.time(j + 1), mesh.position[i], q, density, gradient);
                flow[0][begin + i] = density;
                for (int s = 0; s < q.length; s++) {
                    boolean isLinked = mesh.inverseSpacing[s][i] > 0;
                    flow[1 + s][begin + i] = isLinked ? density * gradient[s] : 0;
                }
            }
        }
    }
}
