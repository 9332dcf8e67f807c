package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.function.Supplier;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.parallel.Workers;

/** A game discretised by time steps of {@linkplain StepWeights weights} θ, with any differences. */
final class CrankNicolsonGame extends GridGame {
    private final Supplier<NumericalHamiltonian> hamiltonian;
    private final StepWeights weights;
    private final Costs costs;
    private final MassSource source;
    private final CrankNicolsonSweeps sweeps;
    private final CrankNicolsonLinearization linearization;

    CrankNicolsonGame(
            Discretization discretization,
            MeanFieldGame game,
            Grid grid,
            TimeGrid time,
            Mesh mesh,
            Supplier<NumericalHamiltonian> hamiltonian,
            StepWeights weights,
            Workers workers) {
        super(discretization, game, grid, time, mesh, workers);
        this.hamiltonian = hamiltonian;
        this.weights = weights;
        ParallelAssembly assembly =
                new ParallelAssembly(mesh, hamiltonian, time, weights::implicit, game.deathRate(), workers);
        costs = new Costs(game, grid, time, mesh, 0);
        source = new MassSource(game, grid, time, mesh);
        SystemsFactory systems = new SystemsFactory(grid, mesh, false, workers);
        sweeps = new CrankNicolsonSweeps(this, assembly, costs, source, weights, systems);
        JacobianSystems all = JacobianSystems.of(systems, steps, game.discount() == 0);
        linearization = new CrankNicolsonLinearization(this, assembly, costs, source, weights, all);
    }

    @Override
    public void backward(double[] m, double[] u) {
        sweeps.backward(m, u);
    }

    @Override
    public void forward(double[] u, double[] m) {
        System.arraycopy(initialDensity, 0, m, 0, mesh.size);
        sweeps.forward(u, m);
    }

    @Override
    public void backwardResidual(double[] u, double[] m, double[] residual) {
        sweeps.backwardResidual(u, m, residual);
    }

    @Override
    public void forwardResidual(double[] u, double[] m, double[] residual) {
        initialResidual(m, residual);
        sweeps.forwardResidual(u, m, residual);
    }

    @Override
    public void stepDensity(double[] u, double[] m, int step, double[] out) {
        sweeps.stepDensity(u, m, step * mesh.size, out);
    }

    @Override
    public Policy policy(double[] u, double[] m) {
        return GridPolicy.ofBothEnds(this, hamiltonian.get(), costs, u, m, weights);
    }

    @Override
    public void entryDensity(int level, double[] out) {
        Arrays.fill(out, 0);
        double before = level < steps ? weights.of(level) : 0;
        double after = level > 0 ? 1 - weights.of(level - 1) : 0;
        source.add(before + after, level, out, 0);
        mesh.divideByWeights(out);
    }

    /** There are no exits: less what the source has brought, parts of the masses of both ends in each step. */
    @Override
    public void exitedMass(double[] u, double[] m, double[] exited) {
        exited[0] = 0;
        for (int j = 0; j < steps; j++) {
            double theta = weights.of(j);
            exited[j + 1] = exited[j] - theta * source.total(j) - (1 - theta) * source.total(j + 1);
        }
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        linearization.at(u, m);
        return linearization;
    }
}
