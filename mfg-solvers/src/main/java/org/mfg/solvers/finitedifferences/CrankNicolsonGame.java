package org.mfg.solvers.finitedifferences;

import java.util.function.Supplier;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.parallel.Workers;

/** A game discretised by Crank-Nicolson's method and central differences. */
final class CrankNicolsonGame extends GridGame {
    private final Supplier<NumericalHamiltonian> hamiltonian;
    private final Costs costs;
    private final CrankNicolsonSweeps sweeps;
    private final CrankNicolsonLinearization linearization;

    CrankNicolsonGame(Discretization discretization, MeanFieldGame game, Grid grid, TimeGrid time, Workers workers) {
        super(discretization, game, grid, time, new Mesh(grid, game.viscosity(), true), workers);
        double half = 0.5 * time.step();
        hamiltonian = () -> new CentralHamiltonian(game.hamiltonian(), grid.dimension());
        ParallelAssembly assembly = new ParallelAssembly(mesh, hamiltonian, time, half, workers);
        costs = new Costs(game, grid, time, mesh, 0);
        SystemsFactory systems = new SystemsFactory(grid, workers);
        sweeps = new CrankNicolsonSweeps(mesh, assembly, costs, steps, systems.exact(), systems.linearized(1));
        linearization = new CrankNicolsonLinearization(mesh, assembly, costs, time, systems.linearized(steps));
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
        return new GridPolicy(this, hamiltonian.get(), costs, u, m, true);
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        linearization.at(u, m);
        return linearization;
    }
}
