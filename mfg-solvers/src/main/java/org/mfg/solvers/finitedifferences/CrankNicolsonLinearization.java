package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.linalg.StencilMatrix;

/** The linearised sweeps of time steps of weights θ, all slices factorised. See {@link CrankNicolsonSweeps}. */
final class CrankNicolsonLinearization implements Linearization {
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final Costs costs;
    private final TimeGrid time;
    private final int steps;
    private final MassSource source;
    private final StepWeights weights;
    private final double discount;
    private final JacobianSystems systems;
    private final HalfSteps half;
    /** S by level. */
    private final StencilMatrix[] matrices;
    /** The changes with the policies at the beginning and at the end of each step. */
    private final PolicyChange atBegin;

    private final PolicyChange atEnd;
    /** λ by step. */
    private final double[] density;

    private final double[] change;
    private double[] m;
    private @Nullable CrankNicolsonTransposes transposes;

    CrankNicolsonLinearization(
            GridGame game,
            ParallelAssembly assembly,
            Costs costs,
            MassSource source,
            StepWeights weights,
            JacobianSystems systems) {
        mesh = game.mesh;
        this.assembly = assembly;
        this.costs = costs;
        time = game.time();
        steps = game.steps;
        this.source = source;
        discount = game.game().discount();
        this.systems = systems;
        this.weights = weights;
        half = new HalfSteps(mesh);
        matrices = new StencilMatrix[steps + 1];
        for (int j = 0; j <= steps; j++) {
            matrices[j] = new StencilMatrix(mesh.size, mesh.sides);
        }
        atBegin = new CoupledPolicyChange(mesh, steps);
        atEnd = new CoupledPolicyChange(mesh, steps + 1);
        density = new double[steps * mesh.size];
        change = new double[(steps + 1) * mesh.size];
        m = new double[0];
    }

    void at(double[] u, double[] population) {
        int n = mesh.size;
        m = population;
        solveTo(SystemsFactory.LOOSE);
        costs.linearize(population);
        assembly.workers().run(steps + 1, (thread, j) -> {
            int at = j * n;
            SliceAssembly slice = assembly.of(thread);
            slice.jacobian(u, at, m, at, matrices[j], 0, n);
            if (j < steps) {
                factorize(j, assembly.matrix(thread));
            }
        });
        // A solve uses the work arrays of all threads.
        for (int at = 0; at < steps * n; at += n) {
            half.masses(m, at, density, at);
            source.add(weights.of(at / n), at / n, density, at);
            systems.density().solveTransposed(at / n, density, at);
            half.densities(density, at, density, at);
        }
        assembly.workers().run(steps, (thread, j) -> {
            int at = j * n;
            SliceAssembly slice = assembly.of(thread);
            slice.curvature(time.time(j), weights.implicit(j), u, at, density, at, atBegin);
            slice.curvature(time.time(j + 1), weights.explicit(j), u, at + n, density, at, atEnd);
        });
    }

    private void factorize(int j, StencilMatrix room) {
        systems.density().factorize(j, matrices[j]);
        if (discount > 0) {
            room.set(matrices[j]);
            Discounting.addTo(room, discount * weights.implicit(j));
            systems.value().factorize(j, room);
        }
    }

    @Override
    public void backward(double @Nullable [] dm, double @Nullable [] source, double[] du) {
        int n = mesh.size;
        drive(dm, du);
        if (source != null) {
            for (int i = 0; i < du.length; i++) {
                du[i] += source[i];
            }
        }
        for (int j = steps - 1; j >= 0; j--) {
            int at = j * n;
            half.addExplicit(weights.ratio(j), matrices[j + 1], discount * weights.implicit(j + 1), du, at + n, du, at);
            systems.value().solve(j, du, at);
        }
    }

    /** Writes Δt F' dm of both ends of each step, weighted, and G' dm at the last level. */
    private void drive(double @Nullable [] dm, double[] du) {
        int n = mesh.size;
        Arrays.fill(du, 0);
        if (dm == null) {
            return;
        }
        Arrays.fill(change, 0);
        for (int j = 0; j <= steps; j++) {
            costs.addLocalChange(j, dm, change, j * n);
        }
        costs.addNonlocalChange(m, dm, change);
        for (int j = 0; j < steps; j++) {
            double theta = weights.of(j);
            for (int i = j * n; i < (j + 1) * n; i++) {
                du[i] = theta * change[i] + (1 - theta) * change[i + n];
            }
        }
        costs.addTerminalChange(m, dm, du);
    }

    @Override
    public void forward(double[] du, double @Nullable [] source, double[] dm) {
        int n = mesh.size;
        if (source == null) {
            Arrays.fill(dm, 0);
        } else {
            for (int at = 0; at <= steps * n; at += n) {
                half.masses(source, at, dm, at);
            }
        }
        double[] step = change;
        for (int j = 0; j < steps; j++) {
            int at = j * n;
            int next = at + n;
            System.arraycopy(dm, at, step, 0, n);
            atBegin.subtract(at, du, at, step, 0);
            systems.density().solveTransposed(j, step, 0);
            half.addExplicitTransposed(weights.ratio(j), matrices[j + 1], 0, step, 0, dm, next);
            atEnd.subtract(next, du, next, dm, next);
        }
        for (int at = 0; at <= steps * n; at += n) {
            half.densities(dm, at, dm, at);
        }
    }

    @Override
    public void solveExactly() {
        solveTo(SystemsFactory.FOR_DERIVATIVES);
    }

    private void solveTo(double tolerance) {
        systems.solveTo(tolerance);
    }

    @Override
    public void backwardTransposed(double[] du, double[] dm, double[] source) {
        transposes().backward(m, du, dm, source);
    }

    @Override
    public void forwardTransposed(double[] dm, double[] du, double[] source) {
        transposes().forward(dm, du, source);
    }

    @Override
    public void costTransposed(double[] source, double[] out) {
        transposes().costs(source, out);
    }

    private CrankNicolsonTransposes transposes() {
        if (transposes == null) {
            CostsTransposed transposed = new CostsTransposed(costs, mesh, time);
            transposes =
                    new CrankNicolsonTransposes(mesh, transposed, weights, discount, matrices, systems, atBegin, atEnd);
        }
        return transposes;
    }
}
