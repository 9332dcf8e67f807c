package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Space;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.parallel.Parallel;
import org.mfg.solvers.parallel.Workers;

/** What the discrete games of finite differences have in common: the game, its grids and its initial density. */
abstract class GridGame implements DiscreteGame, Parallel {
    final Mesh mesh;
    final int steps;
    final double[] initialDensity;
    final CrowdConstraints constraints;
    private final Workers workers;
    private final MeanFieldGame game;
    private final Grid grid;
    private final TimeGrid time;
    private final Discretization discretization;

    GridGame(Discretization discretization, MeanFieldGame game, Grid grid, TimeGrid time, Mesh mesh, Workers workers) {
        this.discretization = discretization;
        this.game = game;
        this.grid = grid;
        this.time = time;
        this.mesh = mesh;
        this.workers = workers;
        steps = time.steps();
        initialDensity = NormalizedDensity.initial(game, grid, mesh);
        constraints = CrowdConstraints.of(game, grid, time, mesh, initialDensity);
    }

    @Override
    public final MeanFieldGame game() {
        return game;
    }

    @Override
    public final Space space() {
        return grid;
    }

    @Override
    public final Grid grid() {
        return grid;
    }

    @Override
    public final TimeGrid time() {
        return time;
    }

    @Override
    public final double[] initialDensity() {
        return initialDensity.clone();
    }

    @Override
    public final Optional<double[]> targetDensity() {
        return constraints.target();
    }

    @Override
    public final Optional<double[]> ceiling() {
        return constraints.ceiling();
    }

    @Override
    public final Optional<double[]> pressure() {
        return constraints.pressure().map(double[]::clone);
    }

    @Override
    public final void setPressure(double[] pressure) {
        double[] own = constraints.pressure().orElseThrow(() -> new IllegalStateException("there is no ceiling"));
        System.arraycopy(pressure, mesh.size, own, mesh.size, own.length - mesh.size);
    }

    @Override
    public final Workers workers() {
        return workers;
    }

    @Override
    public final Discretization discretization() {
        return discretization;
    }

    /** Writes m - m0 into the first level of a residual. */
    final void initialResidual(double[] m, double[] residual) {
        for (int i = 0; i < mesh.size; i++) {
            residual[i] = m[i] - initialDensity[i];
        }
    }

    /** Zero: none of the games without exits lets anybody out. */
    @Override
    public void exitedMass(double[] u, double[] m, double[] exited) {
        Arrays.fill(exited, 0);
    }

    /** Zero as well. */
    @Override
    public void exitedMass(double[] u, double[] m, Exit exit, double[] exited) {
        Arrays.fill(exited, 0);
    }
}
