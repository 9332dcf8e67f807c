package org.mfg.solvers.finitedifferences;

import org.mfg.api.NumericalFailureException;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.linalg.RecurrentClasses;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The stationary density of a strategy, A(u, m)ᵀ W m = 0 with Σ w m = 1, by Newton's method; where the Hamiltonian does not
 * depend on the density that is the correction of one linear solve. The last step is one of time, S⁻ᵀ of an M-matrix, from masses that
 * are not negative: so m is positive, and stays.
 */
final class StationaryDensity implements StationaryCrowd {
    /** Masses of a step this small are right to round-off after it: the next step would be its square. */
    private static final double STEP_TOLERANCE = 1e-10;

    private static final int MAX_STEPS = 100;

    private final Grid grid;
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final boolean dependsOnDensity;
    private final StencilMatrix matrix;
    private final RecurrentSystems systems;
    private final SliceSystems timeStep;
    private final double[] step;
    private final RecurrentClasses classes;
    private final boolean[] isWall;

    /**
     * @param grid the grid, to say where separate crowds are
     * @param assembly of the long time step τ
     * @param systems for the equation
     * @param timeStep room for one slice, to round-off
     */
    StationaryDensity(
            Grid grid,
            Mesh mesh,
            ParallelAssembly assembly,
            boolean dependsOnDensity,
            RecurrentSystems systems,
            SliceSystems timeStep) {
        this.grid = grid;
        this.mesh = mesh;
        this.assembly = assembly;
        this.dependsOnDensity = dependsOnDensity;
        this.systems = systems;
        this.timeStep = timeStep;
        matrix = new StencilMatrix(mesh.size, mesh.sides);
        step = new double[mesh.size];
        classes = new RecurrentClasses(mesh.size);
        isWall = new boolean[mesh.size];
        for (int node : mesh.fixed) {
            isWall[node] = true;
        }
    }

    @Override
    public void solve(double[] u, double[] m) {
        int n = mesh.size;
        if (systems instanceof DirectRecurrentSystems direct) {
            assembly.jacobian(u, 0, m, n, matrix);
            direct.findMasses(matrix);
            for (int i = 0; i < n; i++) {
                m[i] = direct.masses[i] * mesh.inverseWeight[i];
                m[n + i] = m[i];
            }
            return;
        }
        for (int k = 0; k < MAX_STEPS; k++) {
            newtonStep(u, m);
            double size = 0;
            for (int i = 0; i < n; i++) {
                double next = m[n + i] - step[i] * mesh.inverseWeight[i];
                next = dependsOnDensity ? Math.max(next, 0.1 * m[n + i]) : next;
                size += mesh.weight[i] * Math.abs(next - m[n + i]);
                m[n + i] = next;
            }
            if (!(size <= Double.MAX_VALUE)) {
                throw new NumericalFailureException("Fokker-Planck", 1, 0, "the density is not finite");
            }
            if (size <= STEP_TOLERANCE) {
                finish(u, m);
                return;
            }
        }
        throw new NumericalFailureException(
                "Fokker-Planck", 1, 0, "no stationary density after " + MAX_STEPS + " Newton steps");
    }

    /** Solves for the step in masses, Jᵀ step = τAᵀ W m + v (Σ w m - 1). */
    private void newtonStep(double[] u, double[] m) {
        int n = mesh.size;
        assembly.jacobian(u, 0, m, n, matrix);
        int crowds = classes.find(matrix, mesh.neighbour, mesh.diffusion, isWall);
        if (crowds != 1) {
            throw SeparateCrowds.failure(grid, classes, crowds);
        }
        double mass = 0;
        for (int i = 0; i < n; i++) {
            step[i] = -mesh.weight[i] * m[n + i];
            mass -= step[i];
        }
        ForwardSweep.addTransposed(mesh, matrix, m, n, step, 0);
        systems.addWeights(mass - 1, step);
        if (dependsOnDensity) {
            assembly.densityJacobian(u, 0, m, n, matrix);
        }
        systems.factorize(0, matrix);
        systems.solveTransposed(0, step, 0);
    }

    private void finish(double[] u, double[] m) {
        int n = mesh.size;
        assembly.jacobian(u, 0, m, n, matrix);
        timeStep.factorize(0, matrix);
        double mass = 0;
        for (int i = 0; i < n; i++) {
            step[i] = mesh.weight[i] * Math.abs(m[n + i]);
        }
        timeStep.solveTransposed(0, step, 0);
        for (int i = 0; i < n; i++) {
            mass += step[i];
        }
        for (int i = 0; i < n; i++) {
            m[n + i] = step[i] * mesh.inverseWeight[i] / mass;
            m[i] = m[n + i];
        }
    }
}
