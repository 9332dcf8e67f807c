package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.solvers.linalg.StencilMatrix;

/** The transposes of the sweeps of {@link CrankNicolsonLinearization}: steps in the opposite order, each with the transposes of its matrices. */
final class CrankNicolsonTransposes {
    private final Mesh mesh;
    private final CostsTransposed costs;
    private final int steps;
    private final StepWeights weights;
    private final double discount;
    private final HalfSteps half;
    private final StencilMatrix[] matrices;
    private final JacobianSystems systems;
    private final PolicyChange atBegin;
    private final PolicyChange atEnd;
    private final double[] work;

    CrankNicolsonTransposes(
            Mesh mesh,
            CostsTransposed costs,
            StepWeights weights,
            double discount,
            StencilMatrix[] matrices,
            JacobianSystems systems,
            PolicyChange atBegin,
            PolicyChange atEnd) {
        this.mesh = mesh;
        this.costs = costs;
        steps = matrices.length - 1;
        this.weights = weights;
        this.discount = discount;
        half = new HalfSteps(mesh);
        this.matrices = matrices;
        this.systems = systems;
        this.atBegin = atBegin;
        this.atEnd = atEnd;
        work = new double[matrices.length * mesh.size];
    }

    void backward(double[] m, double[] du, double[] dm, double[] source) {
        int n = mesh.size;
        System.arraycopy(du, 0, source, 0, source.length);
        for (int j = 0; j < steps; j++) {
            int at = j * n;
            systems.value().solveTransposed(j, source, at);
            half.addExplicitTransposed(
                    weights.ratio(j), matrices[j + 1], discount * weights.implicit(j + 1), source, at, source, at + n);
        }
        costs(source, work);
        Arrays.fill(dm, 0);
        costs.add(m, work, source, dm);
    }

    /** The costs of a step are those of both of its ends. */
    void costs(double[] source, double[] costs) {
        int n = mesh.size;
        Arrays.fill(costs, 0);
        for (int j = 0; j < steps; j++) {
            double theta = weights.of(j);
            for (int i = j * n; i < (j + 1) * n; i++) {
                costs[i] += theta * source[i];
                costs[i + n] += (1 - theta) * source[i];
            }
        }
    }

    void forward(double[] dm, double[] du, double[] source) {
        int n = mesh.size;
        for (int at = 0; at < dm.length; at += n) {
            half.densities(dm, at, source, at);
        }
        Arrays.fill(du, 0);
        for (int j = steps - 1; j >= 0; j--) {
            int at = j * n;
            int next = at + n;
            atEnd.subtract(next, source, next, du, next);
            Arrays.fill(work, 0, n, 0);
            half.addExplicit(weights.ratio(j), matrices[j + 1], 0, source, next, work, 0);
            systems.density().solve(j, work, 0);
            atBegin.subtract(at, work, 0, du, at);
            for (int i = 0; i < n; i++) {
                source[at + i] += work[i];
            }
        }
        for (int at = 0; at < dm.length; at += n) {
            half.masses(source, at, source, at);
        }
    }
}
