package org.mfg.solvers;

import com.google.inject.Guice;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.DiscretizationProvider;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.SolverProvider;
import org.mfg.api.testkit.GameKit;
import org.mfg.solvers.registry.Quantities;
import org.mfg.solvers.registry.Registry;
import org.mfg.solvers.registry.RegistryModule;

/**
 * The entry point: everything the framework and its plugins provide, by name.
 *
 * <pre>{@code
 * Mfg mfg = Mfg.load();
 * MeanFieldGame game = mfg.game("tutorial", Map.of("viscosity", 0.02));
 * Equilibrium equilibrium = mfg.solve(game, 100, 100);
 * System.out.println(equilibrium);
 * }</pre>
 */
public final class Mfg {
    /** The discretisation used unless another is named. */
    public static final String DEFAULT_DISCRETIZATION = "upwind";

    /** The solver used unless another is named. */
    public static final String DEFAULT_SOLVER = "newton";

    private final Registry<GameProvider, MeanFieldGame> games;
    private final Registry<HamiltonianProvider, Hamiltonian> hamiltonians;
    private final Registry<CouplingProvider, Coupling> couplings;
    private final Registry<DiscretizationProvider, Discretization> discretizations;
    private final Registry<SolverProvider, EquilibriumSolver> solvers;
    private final Quantities quantities;
    private final boolean checks;

    @Inject
    Mfg(
            Registry<GameProvider, MeanFieldGame> games,
            Registry<HamiltonianProvider, Hamiltonian> hamiltonians,
            Registry<CouplingProvider, Coupling> couplings,
            Registry<DiscretizationProvider, Discretization> discretizations,
            Registry<SolverProvider, EquilibriumSolver> solvers,
            Quantities quantities) {
        this(games, hamiltonians, couplings, discretizations, solvers, quantities, true);
    }

    private Mfg(
            Registry<GameProvider, MeanFieldGame> games,
            Registry<HamiltonianProvider, Hamiltonian> hamiltonians,
            Registry<CouplingProvider, Coupling> couplings,
            Registry<DiscretizationProvider, Discretization> discretizations,
            Registry<SolverProvider, EquilibriumSolver> solvers,
            Quantities quantities,
            boolean checks) {
        this.games = games;
        this.hamiltonians = hamiltonians;
        this.couplings = couplings;
        this.discretizations = discretizations;
        this.solvers = solvers;
        this.quantities = quantities;
        this.checks = checks;
    }

    /** The framework with the providers on the class path of the current thread. */
    public static Mfg load() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return load(Objects.requireNonNullElse(context, Mfg.class.getClassLoader()));
    }

    /** The framework with the providers that the given class loader sees, for example from plugin jars. */
    public static Mfg load(ClassLoader loader) {
        return Guice.createInjector(new RegistryModule(loader)).getInstance(Mfg.class);
    }

    /**
     * The same, but {@link #discretize} refuses no game for a promise that its parts break; {@link #objection} tells which. What then
     * converges is what the parts say, which with a wrong derivative is no equilibrium.
     */
    public Mfg withoutChecks() {
        return new Mfg(games, hamiltonians, couplings, discretizations, solvers, quantities, false);
    }

    /** The known games. */
    public Registry<GameProvider, MeanFieldGame> games() {
        return games;
    }

    /** The known Hamiltonians. */
    public Registry<HamiltonianProvider, Hamiltonian> hamiltonians() {
        return hamiltonians;
    }

    /** The known couplings. */
    public Registry<CouplingProvider, Coupling> couplings() {
        return couplings;
    }

    /** The known discretisations. */
    public Registry<DiscretizationProvider, Discretization> discretizations() {
        return discretizations;
    }

    /** The known equilibrium solvers. */
    public Registry<SolverProvider, EquilibriumSolver> solvers() {
        return solvers;
    }

    /** The known quantities of interest. */
    public Quantities quantities() {
        return quantities;
    }

    /** The named game; parameters that are not given take their defaults, here and below. */
    public MeanFieldGame game(String name, Map<String, ?> parameters) {
        return games.create(name, parameters);
    }

    /** The named Hamiltonian. */
    public Hamiltonian hamiltonian(String name, Map<String, ?> parameters) {
        return hamiltonians.create(name, parameters);
    }

    /** The named coupling. */
    public Coupling coupling(String name, Map<String, ?> parameters) {
        return couplings.create(name, parameters);
    }

    /** The named discretisation. */
    public Discretization discretization(String name, Map<String, ?> parameters) {
        return discretizations.create(name, parameters);
    }

    /** The quantity of interest that a text means for a game, for example {@code mean(T)} or {@code integral(m*x)}. */
    public Quantity quantity(String text, MeanFieldGame game) {
        return quantities.find(text, game);
    }

    /** The named equilibrium solver. */
    public EquilibriumSolver solver(String name, Map<String, ?> parameters) {
        return solvers.create(name, parameters);
    }

    /**
     * The game on a grid, by the default discretisation, checked as below.
     *
     * @param nodes the nodes of each axis
     * @param steps the number of time steps
     */
    public DiscreteGame discretize(MeanFieldGame game, int nodes, int steps) {
        Grid grid = Grid.of(game.domain(), nodes);
        TimeGrid time = game.timeGrid(steps);
        return discretize(game, discretization(DEFAULT_DISCRETIZATION, Map.of()), grid, time);
    }

    /**
     * The game on a grid. Before, the promises of its Hamiltonian and couplings are checked at a few points: with a wrong derivative a
     * solver may converge to what is no equilibrium.
     *
     * @throws InvalidInputException if one is broken, with the method, the place and the values; {@link #withoutChecks} goes on
     *     regardless. Or as {@link Discretization#discretize} says
     */
    public DiscreteGame discretize(MeanFieldGame game, Discretization discretization, Grid grid, TimeGrid time) {
        if (checks) {
            check(game);
        }
        return discretization.discretize(game, grid, time);
    }

    private static void check(MeanFieldGame game) {
        try {
            GameKit.sample(game);
        } catch (InvalidInputException broken) {
            throw broken.at("--no-checks, in Java withoutChecks(), goes on regardless");
        }
    }

    /**
     * What a game's Hamiltonian or coupling breaks of its promises, in a line with the method, the place and the values. Empty where
     * nothing is found, and with checks, where {@link #discretize} refuses such a game.
     */
    public Optional<String> objection(MeanFieldGame game) {
        if (checks) {
            return Optional.empty();
        }
        try {
            GameKit.sample(game);
            return Optional.empty();
        } catch (InvalidInputException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
            return Optional.of(InvalidInputException.inOneLine("the check of its parts fails: " + thrown));
        }
    }

    /**
     * Solves the game with the default discretisation and solver.
     *
     * @param nodes the nodes of each axis
     * @param steps the number of time steps
     */
    public Equilibrium solve(MeanFieldGame game, int nodes, int steps) {
        return solver(DEFAULT_SOLVER, Map.of()).solve(discretize(game, nodes, steps));
    }
}
