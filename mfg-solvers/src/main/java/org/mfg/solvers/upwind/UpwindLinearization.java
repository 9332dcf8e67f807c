package org.mfg.solvers.upwind;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.Linearization;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/** The linearised sweeps of the upwind scheme, all slices factorised. */
final class UpwindLinearization implements Linearization {
    private final Mesh mesh;
    private final SliceAssembly assembly;
    private final Costs costs;
    private final boolean dependsOnDensity;
    private final int steps;
    private final double dt;
    private final StencilMatrix matrix;
    private final SliceSystems systems;
    private final SliceSystems densitySystems;
    private final PolicyChange policyChange;
    private final double[] densitySlope;
    private final double[] costChange;
    private final double[] mass;
    private double[] m;

    /**
     * @param systems room for the Jacobians of all slices
     * @param densitySystems room for those of Fokker-Planck in m; the same where they are equal
     */
    UpwindLinearization(
            Mesh mesh,
            SliceAssembly assembly,
            Costs costs,
            int steps,
            double dt,
            SliceSystems systems,
            SliceSystems densitySystems) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.costs = costs;
        this.steps = steps;
        this.dt = dt;
        this.systems = systems;
        this.densitySystems = densitySystems;
        dependsOnDensity = systems != densitySystems;
        matrix = new StencilMatrix(mesh.size, mesh.sides);
        policyChange = new PolicyChange(mesh, steps, dt);
        densitySlope = new double[dependsOnDensity ? (steps + 1) * mesh.size : 0];
        costChange = new double[(steps + 1) * mesh.size];
        mass = new double[mesh.size];
        m = new double[0];
    }

    void at(double[] u, double[] density) {
        m = density;
        costs.linearize(density);
        int n = mesh.size;
        for (int j = 0; j < steps; j++) {
            int at = j * n;
            assembly.jacobian(u, at, m, at + n, matrix);
            systems.factorize(j, matrix);
            assembly.curvature(u, at, m, at + n, policyChange);
            if (dependsOnDensity) {
                assembly.densityJacobian(u, at, m, at + n, matrix);
                densitySystems.factorize(j, matrix);
                assembly.densityDerivative(u, at, m, at + n, densitySlope);
            }
        }
    }

    @Override
    public void backward(double @Nullable [] dm, double @Nullable [] source, double[] du) {
        int n = mesh.size;
        if (source == null) {
            Arrays.fill(du, 0);
        } else {
            System.arraycopy(source, 0, du, 0, du.length);
        }
        if (dm != null) {
            addCostChange(dm, du);
        }
        for (int j = steps; j >= 0; j--) {
            int at = j * n;
            for (int exit : mesh.exits) {
                du[at + exit] = 0;
            }
            if (j < steps) {
                for (int i = 0; i < n; i++) {
                    du[at + i] += du[at + n + i];
                }
                systems.solve(j, du, at);
            }
        }
    }

    /** Adds Δt (F' dm - ∂g/∂m dm) of each step, and G' dm at the last level. */
    private void addCostChange(double[] dm, double[] du) {
        int n = mesh.size;
        costs.runningChange(m, dm, costChange);
        for (int i = 0; i < steps * n; i++) {
            du[i] += dt * costChange[n + i];
        }
        if (dependsOnDensity) {
            for (int i = 0; i < steps * n; i++) {
                du[i] -= dt * densitySlope[n + i] * dm[n + i];
            }
        }
        costs.addTerminalChange(m, dm, du);
    }

    @Override
    public void forward(double[] du, double @Nullable [] source, double[] dm) {
        int n = mesh.size;
        for (int i = 0; i < n; i++) {
            mass[i] = source == null ? 0 : mesh.weight[i] * source[i];
            dm[i] = source == null ? 0 : source[i];
        }
        for (int j = 0; j < steps; j++) {
            policyChange.subtract(du, j * n, mass);
            int at = (j + 1) * n;
            if (source != null) {
                for (int i = 0; i < n; i++) {
                    mass[i] += mesh.weight[i] * source[at + i];
                }
            }
            densitySystems.solveTransposed(j, mass, 0);
            for (int exit : mesh.exits) {
                mass[exit] = 0;
            }
            for (int i = 0; i < n; i++) {
                dm[at + i] = mass[i] * mesh.inverseWeight[i];
            }
        }
    }
}
