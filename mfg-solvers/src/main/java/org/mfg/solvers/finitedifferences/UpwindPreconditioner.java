package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.multigrid.Links;
import org.mfg.solvers.multigrid.SpaceTimeMultigrid;
import org.mfg.solvers.multigrid.SpaceTimeSystem;

/**
 * The approximate inverse of the coupled system of the upwind scheme. With μ = W dm eliminated and Φ = Δt F' W⁻¹ > 0 it is
 *
 * <pre>
 *   A = L + Φ L⁻ᵀ C = Φ L⁻ᵀ H,   H = Lᵀ Φ⁻¹ L + C,   A⁻¹ = H⁻¹ Lᵀ Φ⁻¹
 * </pre>
 *
 * <p>and a cycle of {@link SpaceTimeMultigrid} stands for H⁻¹. A local surrogate takes the place of what is not local: Φ has the derivatives of the local
 * couplings and of the Hamiltonian in m, at least a hundredth of its mean over the crowd; C has the diagonal of ∂²g/∂q²; L* is Lᵀ. A terminal coupling
 * belongs to Φ of the last step.
 */
final class UpwindPreconditioner {
    /** The least Φ: where nobody is, Φ = 0 for F = m², but Φ⁻¹ has to exist. */
    private static final double FLOOR = 0.01;

    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final Costs costs;
    private final TimeGrid time;
    private final int n;
    private final int steps;
    private final SpaceTimeMultigrid multigrid;
    private final SpaceTimeSystem system;
    private final DiagonalPolicyChange policyChange;
    private final double[] work;
    /** Φ⁻¹ r and L* Φ⁻¹ r. */
    private final double[] scaled;

    private final double[] driven;
    /** The share of the terminal coupling in the last Φ. */
    private final double[] terminalShare;

    UpwindPreconditioner(
            Grid grid,
            Mesh mesh,
            ParallelAssembly assembly,
            Costs costs,
            TimeGrid time,
            double growth,
            boolean dependsOnDensity) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.costs = costs;
        this.time = time;
        n = mesh.size;
        steps = time.steps();
        multigrid =
                new SpaceTimeMultigrid(links(grid, mesh), mesh.weight, steps, !dependsOnDensity, assembly.workers());
        system = multigrid.system();
        system.growth = growth;
        policyChange = new DiagonalPolicyChange(mesh, system.conductance);
        work = new double[steps * n];
        scaled = new double[steps * n];
        driven = new double[steps * n];
        terminalShare = new double[n];
    }

    private static Links links(Grid grid, Mesh mesh) {
        int d = grid.dimension();
        int[] nodes = new int[d];
        boolean[] periodic = new boolean[d];
        for (int k = 0; k < d; k++) {
            nodes[k] = grid.nodes(k);
            periodic[k] = grid.domain().axis(k).isPeriodic();
        }
        boolean[] isWall = new boolean[mesh.size];
        boolean[] isFree = new boolean[mesh.size];
        Arrays.fill(isFree, true);
        for (int i : mesh.fixed) {
            isFree[i] = false;
            isWall[i] = grid.isWall(i);
        }
        return new Links(nodes, periodic, mesh.neighbour, mesh.inverseSpacing, isWall, isFree);
    }

    /**
     * Makes the approximate inverse at a pair.
     *
     * @param densitySlope ∂g/∂m, a field; empty where H does not depend on m
     * @return false where Φ is not positive in the mean over the crowd
     */
    boolean at(double[] u, double[] slopes, double[] m, double[] densitySlope) {
        double mean = reactions(m, densitySlope);
        if (!(mean > 0 && mean <= Double.MAX_VALUE)) {
            return false;
        }
        bound(m, mean);
        assembly.workers().run(steps, (thread, j) -> fill(thread, j, u, slopes, m));
        multigrid.factorize();
        return true;
    }

    /** Writes Δt (F' - ∂g/∂m), of one agent, for Φ, and gives its mean over the crowd. */
    private double reactions(double[] m, double[] densitySlope) {
        double sum = 0;
        double mass = 0;
        Arrays.fill(system.phi, 0);
        for (int j = 0; j < steps; j++) {
            double dt = time.step(j);
            costs.addLocalSlope(j + 1, system.phi, j * n);
            for (int i = 0; i < n; i++) {
                int at = j * n + i;
                if (densitySlope.length > 0) {
                    system.phi[at] -= dt * densitySlope[at + n];
                }
                double agents = mesh.weight[i] * m[at + n];
                if (agents > 0) {
                    sum += agents * system.phi[at];
                    mass += agents;
                }
            }
        }
        return sum / mass;
    }

    private void bound(double[] m, double mean) {
        int last = (steps - 1) * n;
        costs.terminalSlope(m, terminalShare, 0);
        for (int i = 0; i < steps * n; i++) {
            int node = i % n;
            double own = Math.max(system.phi[i], FLOOR * mean);
            double terminal = i >= last ? Math.max(terminalShare[node], 0) : 0;
            if (i >= last) {
                terminalShare[node] = terminal / (own + terminal);
            }
            system.phi[i] = (own + terminal) * mesh.inverseWeight[node];
        }
        for (int node : mesh.fixed) {
            for (int at = node; at < steps * n; at += n) {
                system.phi[at] = 1;
            }
        }
    }

    private void fill(int thread, int j, double[] u, double[] slopes, double[] m) {
        int at = j * n;
        SliceAssembly slice = assembly.of(thread);
        StencilMatrix matrix = assembly.matrix(thread);
        slice.jacobian(u, at, m, at + n, matrix, 0, n);
        storeRates(matrix, system.rate, at);
        if (system.forwardRate != system.rate) {
            slice.densityJacobian(u, at, m, at + n, matrix, 0, n);
            storeRates(matrix, system.forwardRate, at);
        }
        double dt = time.step(j);
        for (int k = 0; k < system.diffusion.length; k++) {
            for (int i = 0; i < n; i++) {
                system.diffusion[k][at + i] = dt * mesh.diffusivity(time.time(j + 1), i, k);
            }
        }
        slice.curvature(time.time(j + 1), dt, slopes, at, m, at + n, policyChange);
    }

    private static void storeRates(StencilMatrix matrix, double[][] rate, int at) {
        for (int s = 0; s < matrix.off.length; s++) {
            for (int i = 0; i < matrix.diagonal.length; i++) {
                rate[s][at + i] = -matrix.off[s][i];
            }
        }
    }

    /** Writes L du, all levels. */
    void applyBackward(double[] du, double[] out) {
        system.applyBackward(du, out);
        int last = steps * n;
        for (int i = 0; i < n; i++) {
            out[last - n + i] -= du[last + i];
            out[last + i] = du[last + i];
        }
        for (int node : mesh.fixed) {
            for (int at = node; at < out.length; at += n) {
                out[at] = 0;
            }
        }
    }

    /** Writes about A⁻¹ r. The last level is eliminated: du(T) = r(T) + G' dm(T), and dm(T) is what the last step leaves of its residual. */
    void solve(double[] r, double[] du) {
        int last = steps * n;
        System.arraycopy(r, 0, work, 0, last);
        for (int i = 0; i < n; i++) {
            work[last - n + i] += r[last + i];
        }
        for (int node : mesh.fixed) {
            for (int at = node; at < last; at += n) {
                work[at] = 0;
            }
        }
        system.applyForward(work, scaled, driven);
        multigrid.solve(driven, du);
        system.applyBackward(steps - 1, du, driven);
        for (int i = 0; i < n; i++) {
            int at = last - n + i;
            du[last + i] = r[last + i] + terminalShare[i] * (driven[at] - work[at]);
        }
        for (int node : mesh.fixed) {
            du[last + node] = 0;
        }
    }

    double cost() {
        return multigrid.cost();
    }
}
