package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.parallel.Workers;

/** The linearised sweeps of the upwind scheme, all slices factorised. */
final class UpwindLinearization implements PreconditionedLinearization, StepwiseLinearization {
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final Workers workers;
    private final Costs costs;
    private final boolean dependsOnDensity;
    private final TimeGrid time;
    private final int steps;
    private final SliceSystems systems;
    private final SliceSystems forwardSystems;
    private final double discount;
    private final PolicyChange policyChange;
    private final double[] densitySlope;
    /** How exactly slices are solved at best. */
    private double finest = SystemsFactory.LOOSE;

    private double[] u;
    private double[] m;
    private final Grid grid;
    private @Nullable UpwindPreconditioner preconditioner;
    private boolean isPrepared;
    private double[] driving;
    private @Nullable UpwindTransposes transposes;

    /**
     * @param discount r
     * @param systems room for the Jacobians of all slices
     * @param forwardSystems room for those of Fokker-Planck in m; the same where they are equal
     */
    UpwindLinearization(
            Grid grid,
            Mesh mesh,
            ParallelAssembly assembly,
            Costs costs,
            TimeGrid time,
            double discount,
            boolean dependsOnDensity,
            SliceSystems systems,
            SliceSystems forwardSystems) {
        this.grid = grid;
        this.mesh = mesh;
        this.assembly = assembly;
        this.costs = costs;
        workers = assembly.workers();
        this.time = time;
        steps = time.steps();
        this.systems = systems;
        this.forwardSystems = forwardSystems;
        this.discount = discount;
        this.dependsOnDensity = dependsOnDensity;
        policyChange = assembly.of(0).couplesSides()
                ? new CoupledPolicyChange(mesh, steps)
                : new DiagonalPolicyChange(mesh, steps);
        densitySlope = new double[dependsOnDensity ? (steps + 1) * mesh.size : 0];
        u = new double[0];
        m = new double[0];
        driving = new double[0];
    }

    void at(double[] u, double[] density) {
        this.u = u;
        m = density;
        isPrepared = false;
        finest = SystemsFactory.LOOSE;
        solveTo(finest);
        costs.linearize(density);
        workers.run(steps, (thread, j) -> factorize(thread, j, u));
    }

    private void factorize(int thread, int j, double[] u) {
        int n = mesh.size;
        int at = j * n;
        double dt = time.step(j);
        SliceAssembly slice = assembly.of(thread);
        StencilMatrix matrix = assembly.matrix(thread);
        slice.jacobian(u, at, m, at + n, matrix, 0, n);
        if (discount > 0 && !dependsOnDensity) {
            forwardSystems.factorize(j, matrix);
        }
        Discounting.addTo(matrix, discount * dt);
        systems.factorize(j, matrix);
        slice.curvature(time.time(j + 1), dt, u, at, m, at + n, policyChange);
        if (dependsOnDensity) {
            slice.densityJacobian(u, at, m, at + n, matrix, 0, n);
            forwardSystems.factorize(j, matrix);
            slice.densityDerivative(u, at, m, at + n, densitySlope);
        }
    }

    /** What drives small slices is computed when their level comes, while it is in the first cache; that of larger ones, and non-local costs, for all levels ahead. */
    @Override
    public void backward(double @Nullable [] dm, double @Nullable [] source, double[] du) {
        boolean isAhead = !assembly.isAlone() || (dm != null && !costs.isLocal());
        if (isAhead) {
            workers.run(steps + 1, (thread, level) -> drive(level, dm, source, du));
        }
        for (int j = steps; j >= 0; j--) {
            int at = j * mesh.size;
            if (!isAhead) {
                drive(j, dm, source, du);
            }
            if (j == steps && dm != null) {
                costs.addNonlocalChange(m, dm, du);
                costs.addTerminalChange(m, dm, du);
            }
            clearFixed(du, at);
            if (j < steps) {
                add(du, at + mesh.size, at);
                systems.solve(j, du, at);
            }
        }
    }

    /** Adds one slice of a field to another. */
    private void add(double[] field, int from, int to) {
        if (assembly.isAlone()) {
            add(field, from, to, mesh.size);
            return;
        }
        int half = mesh.size / 2;
        workers.run(2, (thread, part) -> {
            int shift = part * half;
            add(field, from + shift, to + shift, part == 0 ? half : mesh.size - half);
        });
    }

    private static void add(double[] field, int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            field[to + i] += field[from + i];
        }
    }

    /** Writes the source and Δt (F' dm - ∂g/∂m dm) of the local couplings at a level. */
    private void drive(int level, double @Nullable [] dm, double @Nullable [] source, double[] du) {
        int n = mesh.size;
        int at = level * n;
        if (source == null) {
            Arrays.fill(du, at, at + n, 0);
        } else {
            System.arraycopy(source, at, du, at, n);
        }
        if (dm == null || level == steps) {
            return;
        }
        costs.addLocalChange(level + 1, dm, du, at);
        if (dependsOnDensity) {
            double dt = time.step(level);
            for (int i = at; i < at + n; i++) {
                du[i] -= dt * densitySlope[n + i] * dm[n + i];
            }
        }
    }

    /** The unknowns are masses W dm until the next level is known; what drives a level is computed when it is in {@link #backward}. */
    @Override
    public void forward(double[] du, double @Nullable [] source, double[] dm) {
        boolean isAhead = !assembly.isAlone();
        if (isAhead) {
            workers.run(steps + 1, (thread, level) -> push(level, du, source, dm));
        }
        for (int level = 0; level <= steps; level++) {
            int at = level * mesh.size;
            if (!isAhead) {
                push(level, du, source, dm);
            }
            if (level > 0) {
                add(dm, at - mesh.size, at);
                forwardSystems.solveTransposed(level - 1, dm, at);
                clearFixed(dm, at);
            }
            if (!isAhead && level > 0) {
                divideByWeights(dm, at - mesh.size);
            }
        }
        if (isAhead) {
            workers.run(steps + 1, (thread, level) -> divideByWeights(dm, level * mesh.size));
        } else {
            divideByWeights(dm, steps * mesh.size);
        }
    }

    private void divideByWeights(double[] dm, int at) {
        for (int i = 0; i < mesh.size; i++) {
            dm[at + i] *= mesh.inverseWeight[i];
        }
    }

    /** Writes W source - C du of the step that ends at the level. */
    private void push(int level, double[] du, double @Nullable [] source, double[] dm) {
        int n = mesh.size;
        int at = level * n;
        if (source == null) {
            Arrays.fill(dm, at, at + n, 0);
        } else {
            for (int i = 0; i < n; i++) {
                dm[at + i] = mesh.weight[i] * source[at + i];
            }
        }
        if (level > 0) {
            policyChange.subtract(at - n, du, at - n, dm, at);
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
        forwardSystems.solveTo(tolerance);
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

    private UpwindTransposes transposes() {
        if (transposes == null) {
            CostsTransposed transposed = new CostsTransposed(costs, mesh, time);
            transposes =
                    new UpwindTransposes(mesh, transposed, time, systems, forwardSystems, policyChange, densitySlope);
        }
        return transposes;
    }

    /** What the rows of S sum to, 1 + (r + η)Δt. */
    private double growth() {
        return assembly.of(0).rowSum() + discount * time.step(0);
    }

    /** Along axes of states nothing is coarsened yet; of central differences S is no M-matrix; and rows of uneven steps sum to uneven numbers. */
    @Override
    public boolean prepare() {
        if (isPrepared) {
            return true;
        }
        if (grid.domain().statesAxis() >= 0 || mesh.isCentral || (!time.isEven() && growth() > 1)) {
            return false;
        }
        if (preconditioner == null) {
            preconditioner = new UpwindPreconditioner(grid, mesh, assembly, costs, time, growth(), dependsOnDensity);
            driving = new double[(steps + 1) * mesh.size];
        }
        isPrepared = preconditioner.at(u, m, densitySlope);
        return isPrepared;
    }

    private UpwindPreconditioner preconditioner() {
        if (preconditioner == null || !isPrepared) {
            throw new IllegalStateException("prepare() comes first, and must have said true");
        }
        return preconditioner;
    }

    @Override
    public void image(double @Nullable [] dm, double[] du, double[] image) {
        preconditioner().applyBackward(du, image);
        if (dm == null) {
            return;
        }
        workers.run(steps + 1, (thread, level) -> drive(level, dm, null, driving));
        costs.addNonlocalChange(m, dm, driving);
        costs.addTerminalChange(m, dm, driving);
        for (int node : mesh.fixed) {
            for (int at = node; at < driving.length; at += mesh.size) {
                driving[at] = 0;
            }
        }
        for (int i = 0; i < image.length; i++) {
            image[i] -= driving[i];
        }
    }

    @Override
    public void precondition(double[] residual, double[] du) {
        preconditioner().solve(residual, du);
    }

    @Override
    public double cost() {
        return preconditioner().cost();
    }

    @Override
    public boolean isStepwise() {
        return costs.isLocal();
    }

    @Override
    public boolean isSymmetric() {
        return forwardSystems == systems;
    }

    @Override
    public void solveStep(int step, double[] b, int at) {
        clearFixed(b, at);
        systems.solve(step, b, at);
    }

    @Override
    public void solveStepTransposed(int step, double[] b, int at) {
        systems.solveTransposed(step, b, at);
        clearFixed(b, at);
    }

    @Override
    public void solveDensityStep(int step, double[] b, int at) {
        forwardSystems.solveTransposed(step, b, at);
        clearFixed(b, at);
    }

    private void clearFixed(double[] slice, int at) {
        for (int node : mesh.fixed) {
            slice[at + node] = 0;
        }
    }

    @Override
    public void subtractPolicyChange(int step, double[] du, int at, double[] out, int outAt) {
        policyChange.subtract(step * mesh.size, du, at, out, outAt);
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
