package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.function.Supplier;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.solvers.parallel.Workers;

/**
 * The implicit upwind scheme (Achdou and Capuzzo-Dolcetta 2010, SIAM J. Numer. Anal. 48, 1136-1162). With one-sided
 * differences D⁻, D⁺, a monotone numerical Hamiltonian g and A(u, m) the Hamilton-Jacobi-Bellman operator linearised at u:
 *
 * <pre>
 *   (u^j - u^{j+1})/Δt - ν Δ_h u^j + g(x, D⁻u^j, D⁺u^j, m^{j+1}) = f(t_{j+1}, x) + F[m^{j+1}]
 *   (m^{j+1} - m^j)/Δt + W⁻¹ A(u^j, m^{j+1})ᵀ W m^{j+1} = 0
 * </pre>
 *
 * <p>Of a {@linkplain MeanFieldGame#isStationary stationary} game it is one time step that begins as it ends:
 *
 * <pre>
 *   ρ - ν Δ_h u + g(x, D⁻u, D⁺u, m) = f(x) + F[m],  Σ w m u = 0;   r u in place of ρ where costs are discounted
 *   A(u, m)ᵀ W m = 0,  Σ w m = 1
 * </pre>
 *
 * <p>First order in h and Δt. For every Δt mass is conserved to round-off, the density stays non-negative, and
 * Fokker-Planck is exactly the adjoint of the linearised Hamilton-Jacobi-Bellman equation.
 */
public final class UpwindDiscretization implements Discretization {
    /** The fewest numbers of a field on a line that several threads work on: there they share all but the sweeps' recurrences. */
    private static final double LARGE = 2e5;

    private final int threads;
    private final double maxSpeed;
    private final Differences differences;

    /** The scheme on all processors, with a bound on speeds that follows the drifts. */
    public UpwindDiscretization() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** @param threads the threads that work on a game of two or three dimensions or with a large field, >= 1 */
    public UpwindDiscretization(int threads) {
        this(threads, 0);
    }

    /**
     * The scheme with a bound on speeds, for Hamiltonians that are neither axiswise nor radial in two and three dimensions: they are
     * discretised by Lax-Friedrichs, which adds a viscosity of half the bound times the spacing.
     *
     * @param threads the threads that work on a game of two or three dimensions or with a large field, >= 1
     * @param maxSpeed the largest drift on an axis, > 0; 0 for a bound at each node that follows the drifts of the iterates
     */
    public UpwindDiscretization(int threads, double maxSpeed) {
        this(threads, maxSpeed, Differences.UPWIND);
    }

    /**
     * The implicit time steps with any differences in space.
     *
     * @param threads the threads that work on a game of two or three dimensions or with a large field, >= 1
     * @param maxSpeed see {@link #UpwindDiscretization(int, double)}
     * @param differences those in space; central ones are for sides without flux or periodic, without obstacles or state constraints
     */
    public UpwindDiscretization(int threads, double maxSpeed, Differences differences) {
        if (!(maxSpeed >= 0 && maxSpeed < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("max-speed", "be finite and >= 0", maxSpeed);
        }
        this.threads = threads;
        this.maxSpeed = maxSpeed;
        this.differences = differences;
    }

    @Override
    public DiscreteGame discretize(MeanFieldGame game, Grid grid, TimeGrid time) {
        checkGrids(game, grid, time);
        boolean isSmall = grid.domain().positionAxes() == 1 && grid.size() * (double) time.levels() < LARGE;
        Workers workers = Workers.of(isSmall ? 1 : threads);
        if (differences == Differences.CENTRAL) {
            checkCentral(game, grid, "central differences");
            checkUnconstrained(game, "central differences");
            Mesh mesh = new Mesh(grid, game.diffusion(), true);
            return discretize(game, grid, time, mesh, central(game, grid), workers);
        }
        Mesh mesh = new Mesh(grid, game.diffusion());
        if (!isGeneral(game, grid)) {
            return discretize(game, grid, time, mesh, upwind(game, grid, mesh), workers);
        }
        checkNoConstraint(game, "this Hamiltonian, neither axiswise nor radial");
        Hamiltonian hamiltonian = game.hamiltonian();
        if (maxSpeed > 0) {
            double[] alpha = new double[grid.dimension()];
            Arrays.fill(alpha, maxSpeed);
            MaxSpeed given = new MaxSpeed(alpha);
            return discretize(
                    game, grid, time, mesh, () -> new LocalLaxFriedrichs(hamiltonian, given, mesh.position), workers);
        }
        double[] m0 = NormalizedDensity.initial(game, grid, mesh);
        FollowingDissipation following = new FollowingDissipation(
                game, MomentumBound.of(new Costs(game, grid, time, mesh, 1), mesh, time, m0), m0, mesh);
        GridGame discrete = discretize(
                game, grid, time, mesh, () -> new LocalLaxFriedrichs(hamiltonian, following, mesh.position), workers);
        return new FollowingGame(discrete, following);
    }

    private GridGame discretize(
            MeanFieldGame game,
            Grid grid,
            TimeGrid time,
            Mesh mesh,
            Supplier<NumericalHamiltonian> hamiltonian,
            Workers workers) {
        return game.isStationary()
                ? new StationaryGame(this, game, grid, time, mesh, hamiltonian, workers)
                : new UpwindGame(this, game, grid, time, mesh, hamiltonian, workers);
    }

    /** Complains about grids that are not the game's. */
    static void checkGrids(MeanFieldGame game, Grid grid, TimeGrid time) {
        if (!grid.domain().equals(game.domain())) {
            throw InvalidInputException.of("grid", "cover the domain of the game", grid.domain());
        }
        double horizon = game.timeGrid(time.steps()).horizon();
        if (time.horizon() != horizon) {
            throw InvalidInputException.of("horizon of the time grid", "be the game's, " + horizon, time.horizon());
        }
    }

    /** Complains about what central differences do not know. */
    static void checkCentral(MeanFieldGame game, Grid grid, String user) {
        for (int i = 0; i < grid.size(); i++) {
            if (grid.isWall(i) || grid.isExit(i)) {
                throw InvalidInputException.of(
                        "domain",
                        "have neither exits nor obstacles for " + user,
                        grid.isWall(i) ? "one with obstacles" : "one with exits");
            }
        }
        checkNoConstraint(game, user);
    }

    /** Complains about targets and ceilings: of central differences, policies that alternate from node to node would not move the crowd. */
    static void checkUnconstrained(MeanFieldGame game, String user) {
        if (game.isConstrained()) {
            String field = game.ceiling().isPresent() ? "ceiling" : "target density";
            throw InvalidInputException.because(field, field + " must not be given for " + user);
        }
    }

    /** Complains about state constraints where drifts are not taken one side at a time. */
    static void checkNoConstraint(MeanFieldGame game, String user) {
        for (Axis axis : game.domain().axes()) {
            if (axis.lowerBoundary().kind() == Boundary.Kind.STATE_CONSTRAINT
                    || axis.upperBoundary().kind() == Boundary.Kind.STATE_CONSTRAINT) {
                throw InvalidInputException.because(
                        "boundary", "boundary of axis " + axis.name() + " must not be a state constraint for " + user);
            }
        }
    }

    /** Whether no upwind form is known for the Hamiltonian. */
    static boolean isGeneral(MeanFieldGame game, Grid grid) {
        return grid.dimension() > 1
                && game.hamiltonian().numericalHamiltonian(grid.dimension()).isEmpty()
                && !(game.hamiltonian() instanceof AxiswiseHamiltonian)
                && !(game.hamiltonian() instanceof RadialHamiltonian);
    }

    /** Makes a central numerical Hamiltonian for each thread. */
    static Supplier<NumericalHamiltonian> central(MeanFieldGame game, Grid grid) {
        return () -> new CentralHamiltonian(game.hamiltonian(), grid.dimension());
    }

    /** Makes a numerical Hamiltonian for each thread: the Hamiltonian's own, or one by its structure. */
    static Supplier<NumericalHamiltonian> upwind(MeanFieldGame game, Grid grid, Mesh mesh) {
        Hamiltonian hamiltonian = game.hamiltonian();
        if (hamiltonian.numericalHamiltonian(grid.dimension()).isPresent()) {
            return () -> hamiltonian.numericalHamiltonian(grid.dimension()).orElseThrow();
        }
        if (hamiltonian instanceof AxiswiseHamiltonian h) {
            return () -> new EngquistOsher(h, grid.dimension());
        }
        if (hamiltonian instanceof RadialHamiltonian h) {
            return () -> new RadialUpwind(h, grid.dimension());
        }
        return () -> new LineEngquistOsher(hamiltonian, mesh.position);
    }
}
