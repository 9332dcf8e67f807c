package org.mfg.solvers.finitedifferences;

import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The forward sweep: Sᵀ (W m_next) = W m at each level, S the Jacobian of the Hamilton-Jacobi-Bellman slice. Where the
 * Hamiltonian depends on the density, S depends on m_next and the slice is solved by Newton's method.
 *
 * <p>The unknowns are masses W m. At an exit the transposed system returns the mass that the step lets out.
 */
final class ForwardSweep {
    /** Masses of a step this small are right to round-off after it: the next step would be its square. */
    private static final double STEP_TOLERANCE = 1e-10;

    private static final int MAX_NEWTON_STEPS = 100;

    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final MassSource source;
    private final boolean dependsOnDensity;
    private final StencilMatrix matrix;
    private final SliceSystems system;
    private final SliceSystems stepSystem;
    private final double[] mass;
    private final double[] step;

    /**
     * @param exact room for one slice of the equation itself
     * @param linearized room for one slice of its Newton steps
     */
    ForwardSweep(
            Mesh mesh,
            ParallelAssembly assembly,
            MassSource source,
            boolean dependsOnDensity,
            SliceSystems exact,
            SliceSystems linearized) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.source = source;
        this.dependsOnDensity = dependsOnDensity;
        matrix = new StencilMatrix(mesh.size, mesh.sides);
        system = exact;
        stepSystem = linearized;
        mass = new double[mesh.size];
        step = new double[mesh.size];
    }

    /** Solves for m at the levels after the first, whose values m holds on entry. */
    void solve(double[] u, int steps, double[] m) {
        int n = mesh.size;
        for (int i = 0; i < n; i++) {
            mass[i] = mesh.weight[i] * m[i];
        }
        for (int j = 0; j < steps; j++) {
            source.add(1, j + 1, mass, 0);
            if (dependsOnDensity) {
                solveNonlinear(j, u, m);
            } else {
                solveLinear(j, u, m);
            }
            clearFixed(mass);
            store(j + 1, m);
        }
    }

    private void solveLinear(int j, double[] u, double[] m) {
        int at = j * mesh.size;
        assembly.jacobian(u, at, m, at + mesh.size, matrix);
        system.factorize(0, matrix);
        system.solveTransposed(0, mass, 0);
    }

    /** Newton on Sᵀ(m) W m = W m_before, from the guess in m: its residual is linear in the factor W m but for S. */
    private void solveNonlinear(int j, double[] u, double[] m) {
        int n = mesh.size;
        int at = j * n;
        for (int k = 0; k < MAX_NEWTON_STEPS; k++) {
            assembly.jacobian(u, at, m, at + n, matrix);
            for (int i = 0; i < n; i++) {
                step[i] = -mass[i];
            }
            addTransposed(mesh, matrix, m, at + n, step, 0);
            // The mass that leaves is no residual, and would be the measure of what the linear solver calls small.
            clearFixed(step);
            assembly.densityJacobian(u, at, m, at + n, matrix);
            stepSystem.factorize(0, matrix);
            stepSystem.solveTransposed(0, step, 0);
            clearFixed(step);
            double largestStep = 0;
            for (int i = 0; i < n; i++) {
                double next = Math.max(m[at + n + i] - step[i] * mesh.inverseWeight[i], 0.1 * m[at + n + i]);
                largestStep = Math.max(largestStep, mesh.weight[i] * Math.abs(next - m[at + n + i]));
                m[at + n + i] = next;
            }
            if (largestStep <= STEP_TOLERANCE) {
                solveLinear(j, u, m);
                return;
            }
        }
        throw new NumericalFailureException(
                "Fokker-Planck", j + 1, 0, "no solution after " + MAX_NEWTON_STEPS + " Newton steps");
    }

    /** Adds Sᵀ W m, with the slice of m that begins at mAt, to the slice of r that begins at rAt. */
    static void addTransposed(Mesh mesh, StencilMatrix s, double[] m, int mAt, double[] r, int rAt) {
        for (int i = 0; i < mesh.size; i++) {
            r[rAt + i] += s.diagonal[i] * mesh.weight[i] * m[mAt + i];
        }
        for (int side = 0; side < mesh.sides; side++) {
            double[] off = s.off[side];
            int[] neighbour = mesh.neighbour[side];
            for (int i = 0; i < mesh.size; i++) {
                r[rAt + neighbour[i]] += off[i] * mesh.weight[i] * m[mAt + i];
            }
        }
    }

    /** Writes Sᵀ W m_next - W m - Δt W s of a step into a slice of out; at an exit, minus the mass that leaves. */
    void massBalance(int thread, int j, double[] u, double[] m, double[] out, int at) {
        int n = mesh.size;
        StencilMatrix own = assembly.matrix(thread);
        assembly.of(thread).jacobian(u, j * n, m, (j + 1) * n, own, 0, n);
        for (int i = 0; i < n; i++) {
            out[at + i] = -mesh.weight[i] * m[j * n + i];
        }
        source.add(-1, j + 1, out, at);
        addTransposed(mesh, own, m, (j + 1) * n, out, at);
    }

    /** Writes the mass that a step moves from each node to its upper neighbour along an axis, and not back: the terms of Sᵀ W m_next between the two. */
    void crossedMass(int j, int axis, double[] u, double[] m, double[] out) {
        int at = (j + 1) * mesh.size;
        assembly.jacobian(u, j * mesh.size, m, at, matrix);
        double[] downwards = matrix.off[2 * axis];
        double[] upwards = matrix.off[2 * axis + 1];
        int[] upper = mesh.neighbour[2 * axis + 1];
        for (int i = 0; i < mesh.size; i++) {
            int next = upper[i];
            out[i] = next == i
                    ? 0
                    : downwards[next] * mesh.weight[next] * m[at + next] - upwards[i] * mesh.weight[i] * m[at + i];
        }
    }

    /** Writes the residual of the levels after the first. */
    void residual(double[] u, int steps, double[] m, double[] residual) {
        assembly.workers().run(steps, (thread, j) -> {
            int next = (j + 1) * mesh.size;
            massBalance(thread, j, u, m, residual, next);
            for (int i = 0; i < mesh.size; i++) {
                residual[next + i] *= mesh.inverseWeight[i];
            }
            for (int node : mesh.fixed) {
                residual[next + node] = m[next + node];
            }
        });
    }

    private void clearFixed(double[] slice) {
        for (int node : mesh.fixed) {
            slice[node] = 0;
        }
    }

    private void store(int level, double[] m) {
        int at = level * mesh.size;
        for (int i = 0; i < mesh.size; i++) {
            double mi = mass[i] * mesh.inverseWeight[i];
            if (!(Math.abs(mi) <= Double.MAX_VALUE)) {
                throw new NumericalFailureException("Fokker-Planck", level, i, "the density is " + mi);
            }
            m[at + i] = mi;
        }
    }
}
