package org.mfg.solvers.finitedifferences;

import java.util.function.Supplier;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.parallel.Workers;

/**
 * The convex problem of the upwind scheme. Its cost is a sum over nodes and steps, so that the {@linkplain NodeProximal proximal map} is one scalar equation for each, and its
 * constraint is the {@linkplain ContinuityEquation Fokker-Planck equation}.
 */
final class UpwindConvexForm implements ConvexForm {
    /** Of the means of F' and G'/Δt over the crowd; within a factor of 3 it hardly matters, but more than F' is slow. */
    private static final double DENSITY_FACTOR = 0.5;
    /** Of the smallest weight of the density, where couplings are weak: of what speeds make of that of the fluxes. */
    private static final double SPEED_FACTOR = 0.1;
    /** The same of a crowd with a target that minds nobody, whose speeds are the only scale there is. */
    private static final double SPEED_FACTOR_ALONE = 0.3;
    /** Of the weight of the fluxes: less comes of speeds that are round-off, of a crowd that nothing moves yet. */
    private static final double AT_REST = 1e-12;
    /** Where the crowd is at a limit V' jumps: of the weight of the density elsewhere. At a target, the cost at the end divided by Δt, it is as many times that as there are steps. */
    private static final double LIMITED_FACTOR = 3;
    /** Of 1/(m H_pp) at the geometric mean of the densities that the crowd and the places see. */
    private static final double FLUX_FACTOR = 4;

    private static final double FLUX_FACTOR_ALONE = 2;

    private final Mesh mesh;
    private final int steps;
    private final double dt;
    private final CrowdCosts costs;
    private final ContinuityEquation continuity;
    private final DensityLimits limits;
    private final NodeProximal[] proximal;
    /** What those pay who are where the density is limited, by step and node; empty without limits. */
    private final double[] tolls;

    private final NumericalHamiltonian hamiltonian;
    private final Workers workers;

    UpwindConvexForm(
            Mesh mesh,
            int steps,
            double dt,
            CrowdCosts costs,
            DensityLimits limits,
            ContinuityEquation continuity,
            Supplier<MomentumProximal> momentum,
            NumericalHamiltonian hamiltonian,
            Workers workers) {
        this.mesh = mesh;
        this.steps = steps;
        this.dt = dt;
        this.costs = costs;
        this.limits = limits;
        this.continuity = continuity;
        this.hamiltonian = hamiltonian;
        this.workers = workers;
        proximal = new NodeProximal[workers.size()];
        for (int k = 0; k < proximal.length; k++) {
            proximal[k] = new NodeProximal(mesh, costs, limits, continuity, momentum.get());
        }
        tolls = new double[limits.isEmpty() ? 0 : size()];
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
    public void proximal(double[][] flow, double[][] nearest) {
        workers.run(steps, (thread, j) -> {
            for (int i = 0; i < mesh.size; i++) {
                double toll = proximal[thread].map(j, i, flow, nearest);
                if (tolls.length > 0) {
                    tolls[j * mesh.size + i] = toll;
                }
            }
        });
    }

    @Override
    public void tolls(double[] pressure, double[] end) {
        int n = mesh.size;
        for (int entry = 0; entry < tolls.length; entry++) {
            boolean isGiven = limits.isGiven(entry);
            pressure[entry + n] = isGiven ? 0 : tolls[entry];
            if (isGiven) {
                end[entry - (tolls.length - n)] = tolls[entry] * dt;
            }
        }
    }

    @Override
    public void project(double[][] flow, double[][] nearest) {
        continuity.project(flow, nearest);
    }

    @Override
    public void enter(double[] u, double[] m, double[][] flow) {
        fitMetric(u, m);
        int n = mesh.size;
        double[][] differences = new double[mesh.sides][n];
        double[] q = new double[mesh.sides];
        double[] gradient = new double[mesh.sides];
        for (int j = 0; j < steps; j++) {
            mesh.differences(u, j * n, 0, n, differences);
            for (int i = 0; i < n; i++) {
                for (int s = 0; s < q.length; s++) {
                    q[s] = differences[s][i];
                }
                double density = m[(j + 1) * n + i];
                hamiltonian.gradient(costs.time(j + 1), mesh.position[i], q, density, gradient);
                flow[0][j * n + i] = density;
                for (int s = 0; s < q.length; s++) {
                    flow[1 + s][j * n + i] = mesh.inverseSpacing[s][i] > 0 ? density * gradient[s] : 0;
                }
            }
        }
        continuity.subtractMultiplier(u, flow);
    }

    private void fitMetric(double[] u, double[] m) {
        CrowdScales scales = CrowdScales.of(mesh, steps, costs, hamiltonian, u, m);
        double volume = 0;
        for (double weight : mesh.weight) {
            volume += weight;
        }
        boolean isAlone = limits.hasTarget() && scales.slope() == 0;
        double flux =
                (isAlone ? FLUX_FACTOR_ALONE : FLUX_FACTOR) * Math.sqrt(volume / scales.density()) / scales.curvature();
        double ofSpeed = (isAlone ? SPEED_FACTOR_ALONE : SPEED_FACTOR) * flux * scales.squaredSpeed();
        double density = Math.max(DENSITY_FACTOR * scales.slope(), ofSpeed);
        double known = (density > AT_REST * flux ? density : flux) * (limits.isEmpty() ? 1 : LIMITED_FACTOR);
        double end = DENSITY_FACTOR * scales.endSlope();
        continuity.weigh(known, limits.hasTarget() ? known * steps : known + end, flux);
    }
}
