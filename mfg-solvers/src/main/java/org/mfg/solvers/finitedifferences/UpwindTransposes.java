package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.grid.TimeGrid;

/** The transposes of the sweeps of {@link UpwindLinearization}: steps in the opposite order, each with the transpose of its matrix. */
final class UpwindTransposes {
    private final Mesh mesh;
    private final CostsTransposed costs;
    private final int steps;
    private final TimeGrid time;
    private final JacobianSystems systems;
    private final PolicyChange policyChange;
    /** ∂H/∂m, a field; empty where there is none. */
    private final double[] densitySlope;

    private final double[] work;

    UpwindTransposes(
            Mesh mesh,
            CostsTransposed costs,
            TimeGrid time,
            JacobianSystems systems,
            PolicyChange policyChange,
            double[] densitySlope) {
        this.mesh = mesh;
        this.costs = costs;
        this.time = time;
        steps = time.steps();
        this.systems = systems;
        this.policyChange = policyChange;
        this.densitySlope = densitySlope;
        work = new double[(steps + 1) * mesh.size];
    }

    void backward(double[] m, double[] du, double[] dm, double[] source) {
        int n = mesh.size;
        System.arraycopy(du, 0, source, 0, source.length);
        for (int j = 0; j <= steps; j++) {
            int at = j * n;
            for (int i = at; i < at + n && j > 0; i++) {
                source[i] += source[i - n];
            }
            if (j < steps) {
                systems.value().solveTransposed(j, source, at);
            }
            clearFixed(source, at);
        }
        costs(source, work);
        Arrays.fill(dm, 0);
        costs.add(m, work, source, dm);
        for (int i = n; i < densitySlope.length; i++) {
            dm[i] -= time.stepTo(i / n) * densitySlope[i] * work[i];
        }
    }

    /** The cost of a step is that at its end. */
    void costs(double[] source, double[] costs) {
        Arrays.fill(costs, 0, mesh.size, 0);
        System.arraycopy(source, 0, costs, mesh.size, steps * mesh.size);
    }

    void forward(double[] dm, double[] du, double[] source) {
        int n = mesh.size;
        for (int i = 0; i < dm.length; i++) {
            source[i] = mesh.inverseWeight[i % n] * dm[i];
        }
        Arrays.fill(du, 0);
        for (int j = steps - 1; j >= 0; j--) {
            int at = (j + 1) * n;
            clearFixed(source, at);
            systems.density().solve(j, source, at);
            policyChange.subtract(j * n, source, at, du, j * n);
            for (int i = at; i < at + n; i++) {
                source[i - n] += source[i];
            }
        }
        for (int i = 0; i < dm.length; i++) {
            source[i] *= mesh.weight[i % n];
        }
    }

    private void clearFixed(double[] field, int at) {
        for (int node : mesh.fixed) {
            field[at + node] = 0;
        }
    }
}
