package org.mfg.app.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.QuantityProvider;
import org.mfg.api.testkit.DiscretizationKit;
import org.mfg.api.testkit.QuantityKit;
import org.mfg.solvers.Mfg;

/** The packaged tutorials on small grids, on which discretisations and solvers show what they can. They may decline one of them, but not both. */
final class Trials {
    private static final String QUANTITY = "quantity";
    private static final int NODES = 20;
    private static final int STEPS = 10;

    /** How far a solver's density may be from Newton's, relative to its largest value: tolerances are a matter of taste, wrong is more. */
    private static final double CLOSE = 1e-3;

    private final Map<String, String> games = new LinkedHashMap<>();
    private final Mfg mfg;

    Trials(Mfg mfg) {
        this.mfg = mfg.withoutChecks();
        games.put("1D", "tutorial");
        games.put("2D", "tutorial-2d");
    }

    /** Runs the kit on the discrete tutorials. */
    Finding discretization(String kind, String name, Discretization discretization) {
        return each(kind, name, "the kit on the tutorial in ", game -> {
            DiscretizationKit.check(discretized(game, discretization), false);
        });
    }

    /** Solves the tutorials, and compares with what Newton's method finds. */
    Finding solver(String kind, String name, EquilibriumSolver solver) {
        Discretization upwind = mfg.discretization(Mfg.DEFAULT_DISCRETIZATION, Map.of());
        return each(kind, name, "finds Newton's equilibrium of the tutorial in ", game -> {
            Equilibrium found = solver.solve(discretized(game, upwind));
            if (!found.isConverged()) {
                throw new AssertionError("finds no equilibrium of game " + game + ": " + found.message());
            }
            double[] newton = mfg.solver(Mfg.DEFAULT_SOLVER, Map.of())
                    .solve(discretized(game, upwind))
                    .m();
            double distance = distance(found.m(), newton);
            if (!(distance <= CLOSE)) {
                throw new AssertionError("calls a density of game " + game + " an equilibrium that is off by "
                        + distance + " of the largest value");
            }
        });
    }

    /** Runs the kit on each quantity that the tutorials have: a finding for each name, as far as the first that is broken. */
    List<Finding> quantities(QuantityProvider provider) {
        Map<String, Set<String>> where = new TreeMap<>();
        Discretization upwind = mfg.discretization(Mfg.DEFAULT_DISCRETIZATION, Map.of());
        for (Map.Entry<String, String> game : games.entrySet()) {
            DiscreteGame tutorial = discretized(game.getValue(), upwind);
            try {
                QuantityKit.check(provider, tutorial);
                provider.quantities(tutorial.game())
                        .forEach(q -> where.computeIfAbsent(q.name(), name -> new TreeSet<>())
                                .add(game.getKey()));
            } catch (AssertionError broken) {
                return List.of(new Finding(
                        QUANTITY,
                        provider.getClass().getSimpleName(),
                        false,
                        Rooms.line(String.valueOf(broken.getMessage()))));
            } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
                return List.of(new Finding(
                        QUANTITY, provider.getClass().getSimpleName(), false, Rooms.line(thrown.toString())));
            }
        }
        return where.entrySet().stream()
                .map(q -> new Finding(
                        QUANTITY, q.getKey(), true, "the kit on the tutorial in " + String.join(", ", q.getValue())))
                .toList();
    }

    private interface Trial {
        void on(String game);
    }

    private Finding each(String kind, String name, String passes, Trial trial) {
        List<String> passed = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (Map.Entry<String, String> game : games.entrySet()) {
            try {
                trial.on(game.getValue());
                passed.add(game.getKey());
            } catch (AssertionError broken) {
                return new Finding(kind, name, false, Rooms.line(Objects.toString(broken.getMessage())));
            } catch (InvalidInputException refused) {
                declined.add("not in " + game.getKey() + ": " + Rooms.line(Objects.toString(refused.getMessage())));
            }
        }
        if (passed.isEmpty()) {
            return new Finding(kind, name, false, "declines both tutorials; " + declined.get(0));
        }
        String text = passes + String.join(", ", passed);
        return new Finding(kind, name, true, declined.isEmpty() ? text : text + "; " + String.join("; ", declined));
    }

    private DiscreteGame discretized(String game, Discretization discretization) {
        MeanFieldGame played = mfg.game(game, Map.of());
        return mfg.discretize(played, discretization, Grid.of(played.domain(), NODES), played.timeGrid(STEPS));
    }

    private static double distance(double[] found, double[] expected) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(found[i] - expected[i]));
        }
        return difference / largest;
    }
}
