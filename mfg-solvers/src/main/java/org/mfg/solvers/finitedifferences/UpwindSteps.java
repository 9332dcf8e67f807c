package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.linalg.StencilMatrix;

/** The time steps of the upwind scheme linearised, all slices factorised. */
abstract class UpwindSteps implements StepwiseLinearization {
    final Mesh mesh;
    final ParallelAssembly assembly;
    final Costs costs;
    final boolean dependsOnDensity;
    final TimeGrid time;
    final int steps;
    final JacobianSystems systems;
    /** r. */
    final double discount;

    final PolicyChange policyChange;
    /** ∂H/∂m, a field; empty where there is none. */
    final double[] densitySlope;
    /** How exactly slices are solved at best. */
    private double finest = SystemsFactory.LOOSE;

    double[] u = new double[0];
    /** Where the policy's change is taken; u, but for carried momenta. */
    double[] slopes = u;

    double[] m = new double[0];

    UpwindSteps(
            GridGame game, ParallelAssembly assembly, Costs costs, boolean dependsOnDensity, JacobianSystems systems) {
        mesh = game.mesh;
        this.assembly = assembly;
        this.costs = costs;
        time = game.time();
        steps = game.steps;
        this.systems = systems;
        discount = game.game().discount();
        this.dependsOnDensity = dependsOnDensity;
        policyChange = assembly.of(0).couplesSides()
                ? new CoupledPolicyChange(mesh, steps)
                : new DiagonalPolicyChange(mesh, steps);
        densitySlope = new double[dependsOnDensity ? (steps + 1) * mesh.size : 0];
    }

    /** Linearises at (u, m). */
    final void at(double[] u, double[] density) {
        at(u, u, density);
    }

    /** With a policy that changes as it does at other momenta. */
    void at(double[] u, double[] slopes, double[] density) {
        this.u = u;
        this.slopes = slopes;
        m = density;
        finest = SystemsFactory.LOOSE;
        solveTo(finest);
        costs.linearize(density);
        assembly.workers().run(steps, (thread, j) -> factorize(thread, j, u));
    }

    private void factorize(int thread, int j, double[] u) {
        int n = mesh.size;
        int at = j * n;
        double dt = time.step(j);
        SliceAssembly slice = assembly.of(thread);
        StencilMatrix matrix = assembly.matrix(thread);
        slice.jacobian(u, at, m, at + n, matrix, 0, n);
        if (discount > 0 && !dependsOnDensity) {
            systems.density().factorize(j, matrix);
        }
        Discounting.addTo(matrix, discount * dt);
        systems.value().factorize(j, matrix);
        slice.curvature(time.time(j + 1), dt, slopes, at, m, at + n, policyChange);
        if (dependsOnDensity) {
            slice.densityJacobian(u, at, m, at + n, matrix, 0, n);
            systems.density().factorize(j, matrix);
            slice.densityDerivative(u, at, m, at + n, densitySlope);
        }
    }

    @Override
    public void setTolerance(double tolerance) {
        solveTo(Math.max(finest, tolerance));
    }

    @Override
    public void solveExactly() {
        finest = SystemsFactory.FOR_DERIVATIVES;
        solveTo(finest);
    }

    private void solveTo(double tolerance) {
        systems.solveTo(tolerance);
    }

    @Override
    public boolean isStepwise() {
        return costs.isLocal();
    }

    @Override
    public boolean isSymmetric() {
        return systems.areEqual();
    }

    @Override
    public void solveStep(int step, double[] b, int at) {
        clearFixed(b, at);
        systems.value().solve(step, b, at);
    }

    @Override
    public void solveStepTransposed(int step, double[] b, int at) {
        systems.value().solveTransposed(step, b, at);
        clearFixed(b, at);
    }

    @Override
    public void solveDensityStep(int step, double[] b, int at) {
        systems.density().solveTransposed(step, b, at);
        clearFixed(b, at);
    }

    /** Clears what is given in a slice of changes. */
    final void clearFixed(double[] slice, int at) {
        for (int node : mesh.fixed) {
            slice[at + node] = 0;
        }
    }

    @Override
    public void subtractPolicyChange(int step, double[] du, int at, double[] out, int outAt) {
        policyChange.subtract(step * mesh.size, du, at, out, outAt);
    }

    @Override
    public void policyLinks(int step, int axis, double[] out) {
        policyChange.links(step * mesh.size, axis, out);
    }

    @Override
    public void reaction(int step, double[] out, int outAt) {
        int n = mesh.size;
        if (step == steps) {
            costs.terminalSlope(m, out, outAt);
            return;
        }
        Arrays.fill(out, outAt, outAt + n, 0);
        costs.addLocalSlope(step + 1, out, outAt);
        double dt = time.step(step);
        for (int i = 0; i < n && dependsOnDensity; i++) {
            out[outAt + i] -= dt * densitySlope[(step + 1) * n + i];
        }
    }
}
