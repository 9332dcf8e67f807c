package org.mfg.app.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/** What a solver finds at a given tolerance, and what the market's price is where there is a market. */
final class SolvePins {
    private static final double PRICE_TOLERANCE = 1e-14;

    private SolvePins() {}

    /** @param games what is done to the discrete game first; the identity but to see what round-off does */
    static List<Pin> of(
            Mfg mfg,
            PinnedGame pinned,
            String scheme,
            String solver,
            double tolerance,
            UnaryOperator<DiscreteGame> games) {
        String game = pinned.provider().name();
        DiscreteGame discrete;
        Equilibrium found;
        try {
            discrete = pinned.discrete();
            found = solver(mfg, solver, tolerance).solve(games.apply(discrete));
        } catch (InvalidInputException e) {
            return List.of(Pin.word(game, scheme, solver, "refused"));
        }
        List<Pin> pins = new ArrayList<>();
        pins.add(Pin.word(game, scheme, solver, found.status().name()));
        pins.add(Pin.word(game, scheme, toleranceOf(solver), String.format(Locale.ROOT, "%.0e", tolerance)));
        pins.add(Pin.information(game, scheme, solver + " iterations", found.iterations()));
        if (found.isConverged()) {
            pins.add(Pin.field(game, scheme, solver + " u", found.u(), GoldenNumbersTest.SOLVE));
            pins.add(Pin.field(game, scheme, solver + " m", found.m(), GoldenNumbersTest.SOLVE));
            if (discrete.game().isErgodic()) {
                double[] constant = {StationaryEquilibrium.of(found).constant()};
                pins.add(Pin.field(game, scheme, solver + " constant", constant, GoldenNumbersTest.SOLVE));
            }
        }
        return pins;
    }

    static String toleranceOf(String solver) {
        return solver + " tolerance";
    }

    /** The price, where Newton's method finds one. */
    static List<Pin> price(
            Mfg mfg, PinnedGame pinned, String scheme, double tolerance, UnaryOperator<DiscreteGame> games) {
        GameProvider provider = pinned.provider();
        if (provider.market().isEmpty()) {
            return List.of();
        }
        Parameters parameters = Parameters.of(provider.name(), provider.parameters(), Map.of());
        MarketClearing clearing = new MarketClearing(
                provider,
                game -> games.apply(pinned.discrete(game)),
                solver(mfg, "newton", tolerance),
                PRICE_TOLERANCE);
        try {
            ClearedMarket cleared = clearing.clear(parameters, Monitor.NONE);
            if (!cleared.isCleared()) {
                return List.of(Pin.word(provider.name(), scheme, "price", "does not clear"));
            }
            double[] price = {
                cleared.parameters()
                        .real(provider.market().orElseThrow().prices().get(0))
            };
            return List.of(Pin.field(provider.name(), scheme, "price", price, GoldenNumbersTest.SOLVE));
        } catch (InvalidInputException e) {
            return List.of(Pin.word(provider.name(), scheme, "price", "refused"));
        }
    }

    private static EquilibriumSolver solver(Mfg mfg, String name, double tolerance) {
        return mfg.solver(name, Map.of("tolerance", tolerance));
    }
}
