package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.parallel.Workers;

/** A game discretised by the implicit upwind scheme. */
final class UpwindGame extends GridGame {
    private final ParallelAssembly assembly;
    private final MassSource source;
    private final Costs costs;
    private final Supplier<NumericalHamiltonian> hamiltonian;
    private final BackwardSweep backward;
    private final ForwardSweep forward;
    private final SystemsFactory systems;
    /** Made when first asked for, as is its room. */
    private @Nullable UpwindLinearization linearization;

    private final double[] masses;
    private @Nullable CarriedMomenta momenta;

    UpwindGame(
            Discretization discretization,
            MeanFieldGame game,
            Grid grid,
            TimeGrid time,
            Mesh mesh,
            Supplier<NumericalHamiltonian> hamiltonian,
            Workers workers) {
        super(discretization, game, grid, time, mesh, workers);
        this.hamiltonian = hamiltonian;
        assembly = new ParallelAssembly(mesh, hamiltonian, time, time::stepTo, game.deathRate(), workers);
        costs = new Costs(game, grid, time, mesh, 1, constraints.pressure().orElse(new double[0]));
        source = new MassSource(game, grid, time, mesh);
        systems = new SystemsFactory(grid, mesh, false, workers);
        SliceSystems oneStep = systems.linearized(1);
        backward = new BackwardSweep(mesh, assembly, costs, time, game.discount(), oneStep);
        forward = new ForwardSweep(
                mesh, assembly, source, game.hamiltonian().dependsOnDensity(), systems.exact(), oneStep);
        masses = new double[mesh.size];
    }

    @Override
    public void backward(double[] m, double[] u) {
        backward.solve(m, u);
    }

    @Override
    public void forward(double[] u, double[] m) {
        System.arraycopy(initialDensity, 0, m, 0, mesh.size);
        forward.solve(u, steps, m);
    }

    @Override
    public void backwardResidual(double[] u, double[] m, double[] residual) {
        int n = mesh.size;
        System.arraycopy(u, steps * n, residual, steps * n, n);
        costs.endWith(m, residual);
        for (int i = steps * n; i < residual.length; i++) {
            residual[i] = u[i] - residual[i];
        }
        double[] cost = costs.running(m);
        workers().run(steps, (thread, j) -> {
            SliceAssembly slice = assembly.of(thread);
            slice.residual(u, j * n, (j + 1) * n, m, cost, (j + 1) * n, residual, j * n, 0, n);
            slice.residualAtFixed(u, j * n, residual, j * n);
            Discounting.addTo(residual, j * n, game().discount() * time().step(j), u, j * n, mesh);
        });
    }

    @Override
    public void forwardResidual(double[] u, double[] m, double[] residual) {
        initialResidual(m, residual);
        forward.residual(u, steps, m, residual);
    }

    @Override
    public void exitedMass(double[] u, double[] m, double[] exited) {
        exitedMass(u, m, mesh.fixed, true, exited);
    }

    @Override
    public void exitedMass(double[] u, double[] m, Exit exit, double[] exited) {
        exitedMass(u, m, exit.nodes(), false, exited);
    }

    private void exitedMass(double[] u, double[] m, int[] nodes, boolean isNet, double[] exited) {
        exited[0] = 0;
        for (int j = 0; j < steps; j++) {
            double sum = 0;
            if (nodes.length > 0) {
                forward.massBalance(0, j, u, m, masses, 0);
                for (int node : nodes) {
                    sum -= masses[node];
                }
            }
            exited[j + 1] = exited[j] + sum - (isNet ? source.total(j + 1) : 0);
        }
    }

    @Override
    public void crossedMass(double[] u, double[] m, int step, int axis, double[] out) {
        forward.crossedMass(step, axis, u, m, out);
    }

    @Override
    public void entryDensity(int level, double[] out) {
        Arrays.fill(out, 0);
        if (level < steps) {
            source.add(1, level + 1, out, 0);
            mesh.divideByWeights(out);
        }
    }

    @Override
    public Optional<MomentumForm> momentumForm() {
        if (momenta == null
                && game().isCoupled()
                && !game().hamiltonian().dependsOnDensity()
                && hamiltonian.get() instanceof SteepFlux flux) {
            momenta = CarriedMomenta.of(this, flux, costs, source);
        }
        return Optional.ofNullable(momenta);
    }

    @Override
    public Policy policy(double[] u, double[] m) {
        return GridPolicy.implicit(this, hamiltonian.get(), costs, u, m);
    }

    @Override
    public double dualityGap(double[] m, double[] residual) {
        if (game().isConstrained()) {
            return Double.NaN;
        }
        CrowdCosts crowd;
        try {
            crowd = ConvexFormFactory.costs(this);
        } catch (InvalidInputException hasNoPotential) {
            return Double.NaN;
        }
        return new DualityGap(crowd).of(mesh, time(), m, residual);
    }

    @Override
    public ConvexForm convexForm() {
        return ConvexFormFactory.of(this, hamiltonian);
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        if (linearization == null) {
            linearization = newLinearization();
        }
        linearization.at(u, m);
        return linearization;
    }

    private UpwindLinearization newLinearization() {
        boolean dependsOnDensity = game().hamiltonian().dependsOnDensity();
        JacobianSystems all = JacobianSystems.of(systems, steps, !dependsOnDensity && game().discount() == 0);
        return new UpwindLinearization(this, assembly, costs, dependsOnDensity, all);
    }
}
