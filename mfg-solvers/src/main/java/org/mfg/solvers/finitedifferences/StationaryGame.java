package org.mfg.solvers.finitedifferences;

import java.util.function.Supplier;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.parallel.Workers;

/**
 * A stationary game on the stencils of upwind or of central differences: one time step Δt that begins as it ends. With N(u, m) the slice's
 * Hamilton-Jacobi-Bellman operator without its time derivative,
 *
 * <pre>
 *   u^0 - u^1 + Δt N(u^0, m^1) = 0      ergodic, Δt = 1:       u^1 = u^0 - Σ w m^1 u^0, and this sum is the constant ρ
 *                                       discounted, Δt = 1/r:  u^1 = 0
 *   Sᵀ W m^1 - W m^0 = 0                m^0 = m^1, Σ w m^1 = 1.
 * </pre>
 *
 * <p>Where agents die at the rate η, Δt = 1/(r + η) in the first equation, and (I + A/η)ᵀ W m = W m_b is the second: the crowd is what one implicit step of the length of a
 * mean life makes of newborns.
 *
 * <p>So a strategy is a level of u and its population the density that it leaves as it is; what solvers measure of a time step
 * they measure of this one.
 */
final class StationaryGame extends GridGame {
    /**
     * Along an axis without diffusion a crowd mixes by its own drift, which jumps between states or diffusion on another axis turn: slowly, in
     * the units of these.
     */
    private static final double MANY_TIMES = 1000;

    private final ParallelAssembly assembly;
    private final Costs costs;
    private final Supplier<NumericalHamiltonian> hamiltonian;
    private final boolean isErgodic;
    private final StationaryValue value;
    private final StationaryCrowd crowd;
    /** η Δt, and m_b where it is not 0. */
    private final double dying;

    private final double[] newborn;
    private final StationaryLinearization linearization;

    StationaryGame(
            Discretization discretization,
            MeanFieldGame game,
            Grid grid,
            TimeGrid time,
            Mesh mesh,
            Supplier<NumericalHamiltonian> hamiltonian,
            Workers workers) {
        super(discretization, game, grid, time, mesh, workers);
        isErgodic = game.isErgodic();
        double tau = game.death().isPresent() ? 1 / game.deathRate() : mixingTime(game);
        this.hamiltonian = hamiltonian;
        assembly = new ParallelAssembly(mesh, hamiltonian, time, time::stepTo, 0, workers);
        ParallelAssembly mixing = new ParallelAssembly(mesh, hamiltonian, time, level -> tau, 0, workers);
        costs = new Costs(game, grid, time, mesh, 1);
        boolean dependsOnDensity = game.hamiltonian().dependsOnDensity();
        SystemsFactory systems = new SystemsFactory(grid, mesh, true, workers);
        RecurrentSystems one = systems.recurrent();
        RecurrentSystems forDensity = dependsOnDensity ? systems.iterativeRecurrent() : one;
        value = new StationaryValue(mesh, assembly, mixing, costs, one, systems.linearized(1));
        dying = game.deathRate() * time.step(0);
        newborn = game.death()
                .map(death -> NormalizedDensity.of("newborn density", death.newborn(), grid, mesh))
                .orElse(new double[0]);
        crowd = game.death().isPresent()
                ? new MortalCrowd(
                        newborn,
                        new ForwardSweep(
                                mesh,
                                mixing,
                                MassSource.none(grid),
                                dependsOnDensity,
                                systems.exact(),
                                systems.linearized(1)))
                : new StationaryDensity(grid, mesh, mixing, dependsOnDensity, forDensity, systems.exact());
        linearization = new StationaryLinearization(game, time, mesh, assembly, mixing, tau, costs, systems);
    }

    /** The time in which diffusion mixes the box, or jumps the states: the long time step of the linear solves. */
    private double mixingTime(MeanFieldGame game) {
        Domain domain = game.domain();
        double longest = 0;
        boolean isDegenerate = false;
        for (int k = 0; k < domain.positionAxes(); k++) {
            double length = domain.axis(k).length() / Math.PI;
            double largest = mesh.largestDiffusion(game.diffusion(), k);
            isDegenerate |= largest == 0;
            longest = largest == 0 ? longest : Math.max(longest, length * length / largest);
        }
        int states = domain.statesAxis();
        if (longest == 0 && states >= 0) {
            longest = 1 / domain.axis(states).states().orElseThrow().slowestRate();
        }
        return isDegenerate ? MANY_TIMES * longest : longest;
    }

    @Override
    public void backward(double[] m, double[] u) {
        if (isErgodic) {
            value.solveErgodic(m, u);
        } else {
            value.solveDiscounted(m, u);
        }
    }

    @Override
    public void forward(double[] u, double[] m) {
        crowd.solve(u, m);
    }

    @Override
    public void backwardResidual(double[] u, double[] m, double[] residual) {
        int n = mesh.size;
        double[] cost = costs.running(m);
        assembly.residual(u, 0, n, m, cost, n, residual, 0);
        System.arraycopy(u, n, residual, n, n);
        if (isErgodic) {
            double constant = 0;
            for (int i = 0; i < n; i++) {
                constant += mesh.weight[i] * m[n + i] * u[i];
            }
            for (int i = 0; i < n; i++) {
                residual[n + i] += constant - u[i];
            }
        }
        for (int node : mesh.fixed) {
            residual[n + node] = u[n + node];
        }
    }

    @Override
    public void forwardResidual(double[] u, double[] m, double[] residual) {
        int n = mesh.size;
        StencilMatrix matrix = assembly.matrix(0);
        assembly.jacobian(u, 0, m, n, matrix);
        for (int i = 0; i < n; i++) {
            residual[i] = m[i] - m[n + i];
            residual[n + i] = -mesh.weight[i] * m[i];
        }
        ForwardSweep.addTransposed(mesh, matrix, m, n, residual, n);
        for (int i = 0; i < n; i++) {
            residual[n + i] *= mesh.inverseWeight[i];
        }
        for (int i = 0; i < newborn.length; i++) {
            residual[n + i] += dying * (m[i] - newborn[i]);
        }
        for (int node : mesh.fixed) {
            residual[n + node] = m[n + node];
        }
    }

    @Override
    public Policy policy(double[] u, double[] m) {
        return GridPolicy.implicit(this, hamiltonian.get(), costs, u, m);
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        linearization.at(u, m);
        return linearization;
    }
}
