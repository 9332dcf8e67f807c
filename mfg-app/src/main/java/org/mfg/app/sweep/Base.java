package org.mfg.app.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Provider;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.MarketStudy;
import org.mfg.app.study.Source;
import org.mfg.app.study.Study;
import org.mfg.app.study.WithCoupling;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;

/**
 * What the runs of a sweep have in common; a run's settings change it.
 *
 * @param mfg what there is by name
 * @param source the game, the grid, the discretisation and the solver unless a setting changes them
 * @param clears whether runs are at the prices that clear the game's market
 */
public record Base(Mfg mfg, Source source, boolean clears) {
    static final String SOLVER_PREFIX = "solver.";
    static final String DISCRETIZATION_PREFIX = "discretization.";
    static final String NAME = "name";
    /** The setting that is the number of time steps. */
    public static final String STEPS = "nt";

    static final String ALL_NODES = "nodes";

    /** The settings that are the nodes of an axis, in the order of the axes. */
    public static final List<String> NODES = List.of("nx", "ny", "nz");

    private static final String THREADS = "threads";

    /** The game of a run. */
    public MeanFieldGame game(Map<String, Object> point) {
        GameProvider game = provider(point);
        return game.create(Parameters.of("game " + game.name(), game.parameters(), ofGame(point)));
    }

    /**
     * A run, ready to be solved.
     *
     * @param point its settings
     * @param isOneOfMany whether others run at the same time; then it uses one thread, unless it was told how many
     * @throws org.mfg.api.InvalidInputException if the settings do not go together
     */
    public Study study(Map<String, Object> point, boolean isOneOfMany) {
        Choice discretization = choice(DISCRETIZATION_PREFIX, point, source.discretization(), mfg.discretizations());
        Study.Request request = new Study.Request(
                ofGame(point),
                grid(point),
                isOneOfMany ? withOneThread(discretization) : discretization,
                choice(SOLVER_PREFIX, point, source.solver(), mfg.solvers()));
        return clears ? MarketStudy.of(mfg, provider(point), request) : Study.of(mfg, provider(point), request);
    }

    private GameProvider provider(Map<String, Object> point) {
        Object coupling = point.get(WithCoupling.COUPLING);
        return coupling == null
                ? source.game()
                : new WithCoupling(source.game(), mfg.couplings().provider(coupling.toString()));
    }

    private static boolean isOfGame(String name) {
        return !name.contains(".")
                && !name.equals(WithCoupling.COUPLING)
                && !NODES.contains(name)
                && !name.equals(ALL_NODES)
                && !name.equals(STEPS)
                && !name.equals(GridChoice.TIME_GRADING);
    }

    private static Map<String, Object> ofGame(Map<String, Object> point) {
        Map<String, Object> parameters = new HashMap<>(point);
        parameters.keySet().removeIf(name -> !isOfGame(name));
        return parameters;
    }

    private GridChoice grid(Map<String, Object> point) {
        Map<Integer, Integer> nodes = new HashMap<>();
        Object all = point.get(ALL_NODES);
        for (int k = 0; all != null && k < game(point).domain().dimension(); k++) {
            nodes.put(k, ((Long) all).intValue());
        }
        for (int k = 0; k < NODES.size(); k++) {
            Object n = point.get(NODES.get(k));
            if (n != null) {
                nodes.put(k, ((Long) n).intValue());
            }
        }
        Object steps = point.get(STEPS);
        Object grading = point.get(GridChoice.TIME_GRADING);
        return new GridChoice(
                nodes,
                steps == null ? OptionalInt.empty() : OptionalInt.of(((Long) steps).intValue()),
                grading == null ? OptionalDouble.empty() : OptionalDouble.of((Double) grading));
    }

    /** What the file gives holds for every provider that declares it: solvers are compared at the same tolerance. */
    private static <P extends Provider<T>, T> Choice choice(
            String prefix, Map<String, Object> point, Choice inFile, Registry<P, T> registry) {
        String name = String.valueOf(point.getOrDefault(prefix + NAME, inFile.name()));
        Map<String, Object> given = new HashMap<>(inFile.given());
        given.keySet().removeIf(parameter -> !declares(registry.provider(name), parameter));
        point.forEach((key, value) -> {
            if (key.startsWith(prefix) && !key.equals(prefix + NAME)) {
                given.put(key.substring(prefix.length()), value);
            }
        });
        return new Choice(name, given);
    }

    private Choice withOneThread(Choice discretization) {
        if (discretization.given().containsKey(THREADS)
                || !declares(mfg.discretizations().provider(discretization.name()), THREADS)) {
            return discretization;
        }
        Map<String, Object> given = new HashMap<>(discretization.given());
        given.put(THREADS, 1L);
        return new Choice(discretization.name(), given);
    }

    private static boolean declares(Provider<?> provider, String parameter) {
        return provider.parameters().stream().anyMatch(p -> p.name().equals(parameter));
    }
}
