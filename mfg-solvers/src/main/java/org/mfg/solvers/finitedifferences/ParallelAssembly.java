package org.mfg.solvers.finitedifferences;

import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.parallel.Workers;

/** Slice assembly on several threads: an assembly for each thread, and one slice cut into fixed ranges of nodes. */
final class ParallelAssembly {
    /** The nodes of a range, some tens of microseconds of work; the ranges are even in number, for two halves. */
    private static final int RANGE = 1024;

    /** Something done to a range of nodes of a slice. */
    @FunctionalInterface
    interface RangeTask {
        void run(SliceAssembly assembly, int from, int to);
    }

    /** Something done to a range of nodes of a slice, with the number of the range. */
    @FunctionalInterface
    interface NumberedRangeTask {
        void run(int range, int from, int to);
    }

    private final Mesh mesh;
    private final Workers workers;
    private final SliceAssembly[] assemblies;
    private final StencilMatrix[] matrices;
    private final int ranges;
    /** Then no task is made for threads: a sweep on a line allocates nothing. */
    private final boolean isAlone;

    /**
     * @param dt see {@link SliceAssembly}
     * @param deathRate η in the equations of a slice; 0 where the time step says it
     */
    ParallelAssembly(
            Mesh mesh,
            Supplier<NumericalHamiltonian> hamiltonian,
            TimeGrid time,
            IntToDoubleFunction dt,
            double deathRate,
            Workers workers) {
        this(mesh, hamiltonian, mesh::differences, time, dt, deathRate, workers);
    }

    /** For momenta that need not be the differences of u: then these are given in its place. */
    ParallelAssembly(
            Mesh mesh,
            Supplier<? extends NumericalHamiltonian> hamiltonian,
            Momenta momenta,
            TimeGrid time,
            IntToDoubleFunction dt,
            double deathRate,
            Workers workers) {
        this.mesh = mesh;
        this.workers = workers;
        assemblies = new SliceAssembly[workers.size()];
        matrices = new StencilMatrix[workers.size()];
        for (int k = 0; k < assemblies.length; k++) {
            assemblies[k] = new SliceAssembly(mesh, hamiltonian.get(), momenta, time, dt, deathRate);
            matrices[k] = new StencilMatrix(mesh.size, mesh.sides);
        }
        ranges = mesh.size < 2 * RANGE ? 1 : mesh.size / (2 * RANGE) * 2;
        isAlone = ranges == 1 || workers.size() == 1;
    }

    Workers workers() {
        return workers;
    }

    /** Whether a slice is too small for several threads, or there is one only. */
    boolean isAlone() {
        return isAlone;
    }

    /** The assembly of a thread. */
    SliceAssembly of(int thread) {
        return assemblies[thread];
    }

    /** The work matrix of a thread. */
    StencilMatrix matrix(int thread) {
        return matrices[thread];
    }

    /** See {@link SliceAssembly#residual}; at fixed nodes the residual of their condition. */
    void residual(double[] u, int uAt, int nextAt, double[] m, double[] cost, int mAt, double[] r, int rAt) {
        if (isAlone) {
            assemblies[0].residual(u, uAt, nextAt, m, cost, mAt, r, rAt, 0, mesh.size);
        } else {
            each((assembly, from, to) -> assembly.residual(u, uAt, nextAt, m, cost, mAt, r, rAt, from, to));
        }
        assemblies[0].residualAtFixed(u, uAt, r, rAt);
    }

    /** See {@link SliceAssembly#linearize}; at fixed nodes the residual of their condition. */
    void linearize(
            double[] u,
            int uAt,
            int nextAt,
            double[] m,
            double[] cost,
            int mAt,
            double[] r,
            int rAt,
            StencilMatrix matrix) {
        if (isAlone) {
            assemblies[0].linearize(u, uAt, nextAt, m, cost, mAt, r, rAt, matrix, 0, mesh.size);
        } else {
            each((assembly, from, to) -> assembly.linearize(u, uAt, nextAt, m, cost, mAt, r, rAt, matrix, from, to));
        }
        assemblies[0].residualAtFixed(u, uAt, r, rAt);
    }

    /** See {@link SliceAssembly#jacobian}. */
    void jacobian(double[] u, int uAt, double[] m, int mAt, StencilMatrix matrix) {
        if (isAlone) {
            assemblies[0].jacobian(u, uAt, m, mAt, matrix, 0, mesh.size);
        } else {
            each((assembly, from, to) -> assembly.jacobian(u, uAt, m, mAt, matrix, from, to));
        }
    }

    /** See {@link SliceAssembly#densityJacobian}. */
    void densityJacobian(double[] u, int uAt, double[] m, int mAt, StencilMatrix matrix) {
        if (isAlone) {
            assemblies[0].densityJacobian(u, uAt, m, mAt, matrix, 0, mesh.size);
        } else {
            each((assembly, from, to) -> assembly.densityJacobian(u, uAt, m, mAt, matrix, from, to));
        }
    }

    private void each(RangeTask task) {
        workers.run(ranges, (thread, range) -> task.run(assemblies[thread], begin(range), begin(range + 1)));
    }

    /** The ranges that a slice is cut into, whatever the number of threads. */
    int ranges() {
        return ranges;
    }

    /** Does something to every range of a slice. */
    void eachRange(NumberedRangeTask task) {
        if (isAlone) {
            for (int range = 0; range < ranges; range++) {
                task.run(range, begin(range), begin(range + 1));
            }
            return;
        }
        workers.run(ranges, (thread, range) -> task.run(range, begin(range), begin(range + 1)));
    }

    private int begin(int range) {
        return (int) ((long) mesh.size * range / ranges);
    }
}
