package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Optional;
import org.mfg.solvers.linalg.SliceSystems;

/** The transposes of the sweeps of {@link StationaryLinearization}. */
final class StationaryTransposes {
    private final Mesh mesh;
    private final CostsTransposed costs;
    private final double dt;
    private final double mixingTime;
    private final Optional<RecurrentSystems> ergodicSystems;
    private final SliceSystems discountedSystems;
    private final SliceSystems densitySystems;
    private final PolicyChange policyChange;
    private final double[] densitySlope;
    private final double[] own;
    private final double[] costWeights;

    /**
     * @param mixingTime the long time step of the systems of a crowd that stays
     * @param ergodicSystems those of the value function of an ergodic game
     * @param discountedSystems those of the value function of any other
     * @param densitySlope ∂H/∂m, a field; empty where there is none
     */
    StationaryTransposes(
            Mesh mesh,
            CostsTransposed costs,
            double dt,
            double mixingTime,
            Optional<RecurrentSystems> ergodicSystems,
            SliceSystems discountedSystems,
            SliceSystems densitySystems,
            PolicyChange policyChange,
            double[] densitySlope) {
        this.mesh = mesh;
        this.costs = costs;
        this.dt = dt;
        this.mixingTime = mixingTime;
        this.ergodicSystems = ergodicSystems;
        this.discountedSystems = discountedSystems;
        this.densitySystems = densitySystems;
        this.policyChange = policyChange;
        this.densitySlope = densitySlope;
        own = new double[mesh.size];
        costWeights = new double[2 * mesh.size];
    }

    void backward(double[] u, double[] m, double[] du, double[] dm, double[] source) {
        int n = mesh.size;
        Arrays.fill(dm, 0);
        System.arraycopy(du, n, own, 0, n);
        clearFixed(own, 0);
        System.arraycopy(du, 0, source, 0, n);
        double change = 0;
        if (ergodicSystems.isPresent()) {
            change = solveErgodic(ergodicSystems.get(), m, source);
        } else {
            discountedSystems.solveTransposed(0, source, 0);
        }
        clearFixed(source, 0);
        costs(source, costWeights);
        Arrays.fill(source, n, 2 * n, 0);
        costs.add(m, costWeights, source, dm);
        for (int i = 0; i < n; i++) {
            source[n + i] = source[i] + own[i];
            dm[n + i] += change * mesh.weight[i] * u[i];
        }
        for (int i = n; i < densitySlope.length; i++) {
            dm[i] -= dt * densitySlope[i] * costWeights[i];
        }
    }

    /** The cost is that of the second level. */
    void costs(double[] source, double[] costs) {
        Arrays.fill(costs, 0, mesh.size, 0);
        System.arraycopy(source, 0, costs, mesh.size, mesh.size);
    }

    /**
     * The transpose of the bordered solve for (du, dρ), with the weights of the second level in {@link #own}.
     *
     * @param b on entry the weights of du at the first level, on return those of its right-hand side
     * @return the weight of Σ w dm u
     */
    private double solveErgodic(RecurrentSystems systems, double[] m, double[] b) {
        int n = mesh.size;
        double change = 0;
        for (double weight : own) {
            change -= weight;
        }
        for (int i = 0; i < n; i++) {
            b[i] += own[i] + change * mesh.weight[i] * m[n + i];
        }
        clearFixed(b, 0);
        double shift = 0;
        for (int i = 0; i < n; i++) {
            shift += b[i];
        }
        for (int i = 0; i < n; i++) {
            b[i] += shift * (systems.v[i] / mixingTime - mesh.weight[i] * m[n + i]);
        }
        systems.solveTransposed(0, b, 0);
        clearFixed(b, 0);
        for (int i = 0; i < n; i++) {
            b[i] *= mixingTime;
            change -= b[i];
        }
        return change;
    }

    void forward(double[] dm, double[] du, double[] source) {
        int n = mesh.size;
        for (int i = 0; i < n; i++) {
            source[n + i] = mesh.inverseWeight[i] * (dm[i] + dm[n + i]);
        }
        densitySystems.solve(0, source, n);
        Arrays.fill(du, 0);
        policyChange.subtract(0, source, n, du, 0);
        for (int i = 0; i < n; i++) {
            source[n + i] *= mixingTime / dt * mesh.weight[i];
            source[i] = source[n + i] + dm[i];
        }
    }

    private void clearFixed(double[] slice, int at) {
        for (int node : mesh.fixed) {
            slice[at + node] = 0;
        }
    }
}
