package org.mfg.app.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Doubts;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.MemoryNeed;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.ClearedEconomy;
import org.mfg.solvers.errorbars.ErrorBars;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;
import org.mfg.solvers.path.DiscreteEconomy;

/** A game on a grid with a solver, all choices settled and checked: ready to be solved. */
public final class Study {
    private static final String TOLERANCE = "tolerance";

    /** On their finer grid: u, m, residuals, changes, the vectors of a Krylov method, and factors on a line. */
    private static final int FIELDS_OF_ERROR_BARS = 40;

    private final Mfg mfg;
    private final Request request;
    private final GameProvider provider;
    private final Parameters parameters;
    private final Choice discretization;
    private final Parameters discretizationParameters;
    private final Choice solver;
    private final Parameters solverParameters;
    private final DiscreteGame discreteGame;
    private final Optional<String> objection;
    private final EquilibriumSolver equilibriumSolver;
    private final Memory.Need memory;
    private final double setupSeconds;

    private Study(Mfg mfg, GameProvider provider, Request request) {
        long start = System.nanoTime();
        this.mfg = mfg;
        this.request = request;
        this.provider = provider;
        parameters = Parameters.of("game " + provider.name(), provider.parameters(), request.parameters());
        discretization = request.discretization();
        discretizationParameters = mfg.discretizations().parameters(discretization.name(), discretization.given());
        solver = request.solver();
        solverParameters = mfg.solvers().parameters(solver.name(), solver.given());
        MeanFieldGame game = provider.create(parameters);
        Grid grid = request.grid().on(game.domain(), provider);
        TimeGrid time = request.grid().over(game, provider);
        memory = Memory.required(needs(game, grid), grid, time, solver.name());
        equilibriumSolver = mfg.solvers().provider(solver.name()).create(solverParameters);
        discreteGame = mfg.discretize(
                game,
                mfg.discretizations().provider(discretization.name()).create(discretizationParameters),
                grid,
                time);
        objection = mfg.objection(game);
        setupSeconds = secondsSince(start);
    }

    /**
     * What is asked of a game.
     *
     * @param parameters values of the game's parameters
     * @param grid the grid
     * @param discretization the discretisation
     * @param solver the equilibrium solver
     */
    public record Request(Map<String, ?> parameters, GridChoice grid, Choice discretization, Choice solver) {

        /** The same with other values of the game's parameters. */
        Request with(Map<String, ?> values) {
            return new Request(values, grid, discretization, solver);
        }
    }

    /**
     * Settles a request.
     *
     * @throws org.mfg.api.InvalidInputException if a name, a parameter, the grid or the game's data are not valid
     */
    public static Study of(Mfg mfg, GameProvider provider, Request request) {
        return new Study(mfg, provider, request);
    }

    /** The same study of the game with other values of its parameters. */
    public Study with(Parameters values) {
        return of(mfg, provider, request.with(values.asMap()));
    }

    /** The same study on the grid, in space and time, of another discrete game of its domain. */
    Study on(DiscreteGame other) {
        Map<Integer, Integer> nodes = new HashMap<>();
        for (int k = 0; k < other.grid().dimension(); k++) {
            nodes.put(k, other.grid().nodes(k));
        }
        TimeGrid time = other.time();
        GridChoice grid = isStationary()
                ? request.grid().withNodes(nodes)
                : new GridChoice(nodes, OptionalInt.of(time.steps()), OptionalDouble.of(time.grading()));
        return of(mfg, provider, new Request(request.parameters(), grid, discretization, solver));
    }

    /** The game on its grid with other values of its parameters, as it is: unchecked, for one that hardly differs from the study's own. */
    public DiscreteGame discreteGame(Parameters values) {
        return onItsGrid(
                provider.create(Parameters.of("game " + provider.name(), provider.parameters(), values.asMap())));
    }

    private DiscreteGame onItsGrid(MeanFieldGame game) {
        return discreteGame
                .discretization()
                .discretize(
                        game,
                        request.grid().on(game.domain(), provider),
                        request.grid().over(game, provider));
    }

    /**
     * Finds the prices at which the game's market clears.
     *
     * @param tolerance how far from them prices may be
     * @throws InvalidInputException if the game has no market
     */
    public ClearedMarket clear(double tolerance, Monitor monitor) {
        return new MarketClearing(provider, this::onItsGrid, equilibriumSolver, tolerance).clear(parameters, monitor);
    }

    /**
     * The game with its market, whose prices go on clearing it while some of its parameters move.
     *
     * @param names these parameters
     * @param tolerance how far from their roots prices may be
     * @throws InvalidInputException if the game has no market
     */
    public ClearedEconomy clearedEconomy(List<String> names, double tolerance) {
        return new ClearedEconomy(provider, this::onItsGrid, equilibriumSolver, tolerance, parameters, names);
    }

    /** The game with its market, if it has one, for paths. */
    public DiscreteEconomy economy() {
        return new DiscreteEconomy(provider, discreteGame.discretization(), discreteGame.grid(), equilibriumSolver);
    }

    /**
     * The market that sets parameters of the game.
     *
     * @throws InvalidInputException if the game has none
     */
    public Market market() {
        return MarketClearing.marketOf(provider);
    }

    /**
     * What finds error bars of quantities; without the finer grid where its fields would not fit into memory.
     *
     * @throws InvalidInputException if the grid is too coarse for them, or the game is of a kind that has none
     */
    public ErrorBars errorBars() {
        return errorBars(discreteGame);
    }

    /**
     * The same on another grid.
     *
     * @param on the study's game there
     * @throws InvalidInputException as {@link #errorBars()}
     */
    public ErrorBars errorBars(DiscreteGame on) {
        int doubled = on.grid().domain().positionAxes() + (isStationary() ? 0 : 1);
        double bytes = Math.scalb((double) FIELDS_OF_ERROR_BARS * on.size() * Double.BYTES, doubled);
        return new ErrorBars(on, equilibriumSolver, Memory.lacks(bytes).isEmpty());
    }

    /** The same study with this tolerance of the solver, if it has one that is not asked for. */
    public Study withTolerance(double tolerance) {
        if (solver.given().containsKey(TOLERANCE) || !solverParameters.asMap().containsKey(TOLERANCE)) {
            return this;
        }
        Map<String, Object> given = new HashMap<>(solver.given());
        given.put(TOLERANCE, tolerance);
        Choice tighter = new Choice(solver.name(), given);
        return of(mfg, provider, new Request(request.parameters(), request.grid(), discretization, tighter));
    }

    /** Solves the game, telling the monitor of each iteration. */
    public Outcome solve(Monitor monitor) {
        return solve(null, monitor);
    }

    /** Solves the game from the given start, or from the solver's own where that is null. */
    public Outcome solve(@Nullable Guess guess, Monitor monitor) {
        long start = System.nanoTime();
        Equilibrium equilibrium = equilibriumSolver.solve(discreteGame, guess, monitor);
        return new Outcome(this, equilibrium, secondsSince(start));
    }

    /** What the game tells of an equilibrium: what its market counts, what agents do, its statistics and the given quantities. */
    Statistics statistics(Equilibrium equilibrium, List<Quantity> quantities) {
        return Findings.of(provider, parameters, discreteGame, equilibrium, quantities);
    }

    /** The name of the game. */
    public String name() {
        return provider.name();
    }

    /** One line that says what the game is. */
    public String description() {
        return provider.description();
    }

    /** The names of the providers that the game is made from, by role; empty for a game that stands for itself. */
    public Map<String, String> parts() {
        return provider instanceof ComposedOfParts composed ? composed.parts() : Map.of();
    }

    /** What the game's terms are, in plain text; see {@link GameProvider#equations}. */
    public List<String> equations() {
        return provider.equations(parameters);
    }

    /** The declarations of the game's parameters. */
    public List<Parameter> declared() {
        return provider.parameters();
    }

    /** The values of the game's parameters. */
    public Parameters parameters() {
        return parameters;
    }

    /** The name of the discretisation. */
    public String discretization() {
        return discretization.name();
    }

    /** The values of the discretisation's parameters. */
    public Parameters discretizationParameters() {
        return discretizationParameters;
    }

    /** The name of the solver. */
    public String solver() {
        return solver.name();
    }

    /** The values of the solver's parameters. */
    public Parameters solverParameters() {
        return solverParameters;
    }

    /** The equilibrium solver. */
    public EquilibriumSolver equilibriumSolver() {
        return equilibriumSolver;
    }

    /** The game on its grid. */
    public DiscreteGame discreteGame() {
        return discreteGame;
    }

    /** Whether the game is stationary. */
    public boolean isStationary() {
        return discreteGame.game().isStationary();
    }

    /** The promise that the game's Hamiltonian or a coupling breaks, in a line, where games are not refused for it. */
    public Optional<String> objection() {
        return objection;
    }

    /** What makes the result less exact than it could be, in a line. */
    public Optional<String> warning() {
        return NarrowStart.warning(discreteGame);
    }

    /** Why not to trust an equilibrium, in a line each, as the game says and as its fields do. */
    public List<String> warnings(Equilibrium equilibrium) {
        List<String> warnings = new ArrayList<>(Doubts.of(equilibrium));
        provider.warning(parameters, discreteGame, equilibrium).ifPresent(warnings::add);
        return warnings;
    }

    /** The time it took to settle everything, in seconds. */
    public double setupSeconds() {
        return setupSeconds;
    }

    private MemoryNeed needs(MeanFieldGame game, Grid grid) {
        return mfg.discretizations()
                .provider(discretization.name())
                .memory(discretizationParameters, game, grid)
                .plus(mfg.solvers().provider(solver.name()).memory(solverParameters, game, grid));
    }

    /** The memory that the solve takes, about. */
    public Memory.Need memory() {
        return memory;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
