package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.grid.Grid;

/** The linearised sweeps of the upwind scheme, their transposes and their approximate inverse. */
final class UpwindLinearization extends UpwindSteps implements PreconditionedLinearization {
    private final Grid grid;
    private @Nullable UpwindPreconditioner preconditioner;
    private boolean isPrepared;
    private double[] driving = new double[0];
    private @Nullable UpwindTransposes transposes;

    UpwindLinearization(
            GridGame game, ParallelAssembly assembly, Costs costs, boolean dependsOnDensity, JacobianSystems systems) {
        super(game, assembly, costs, dependsOnDensity, systems);
        grid = game.grid();
    }

    @Override
    void at(double[] u, double[] slopes, double[] density) {
        super.at(u, slopes, density);
        isPrepared = false;
    }

    /** What drives small slices is computed when their level comes, while it is in the first cache; that of larger ones, and non-local costs, for all levels ahead. */
    @Override
    public void backward(double @Nullable [] dm, double @Nullable [] source, double[] du) {
        boolean isAhead = !assembly.isAlone() || (dm != null && !costs.isLocal());
        if (isAhead) {
            assembly.workers().run(steps + 1, (thread, level) -> drive(level, dm, source, du));
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
                systems.value().solve(j, du, at);
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
        assembly.workers().run(2, (thread, part) -> {
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
            assembly.workers().run(steps + 1, (thread, level) -> push(level, du, source, dm));
        }
        for (int level = 0; level <= steps; level++) {
            int at = level * mesh.size;
            if (!isAhead) {
                push(level, du, source, dm);
            }
            if (level > 0) {
                add(dm, at - mesh.size, at);
                systems.density().solveTransposed(level - 1, dm, at);
                clearFixed(dm, at);
            }
            if (!isAhead && level > 0) {
                divideByWeights(dm, at - mesh.size);
            }
        }
        if (isAhead) {
            assembly.workers().run(steps + 1, (thread, level) -> divideByWeights(dm, level * mesh.size));
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
            transposes = new UpwindTransposes(mesh, transposed, time, systems, policyChange, densitySlope);
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
        isPrepared = preconditioner.at(u, slopes, m, densitySlope);
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
        assembly.workers().run(steps + 1, (thread, level) -> drive(level, dm, null, driving));
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
}
