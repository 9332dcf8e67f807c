package org.mfg.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Mfg;

/** Every game that has an exact solution, plugins' games included, with its defaults, and some with other parameters. */
public final class Suite {
    private static final Map<String, List<Map<String, Object>>> VARIANTS = Map.of(
            "hopf-cole",
            List.of(Map.of("lambda", 0), Map.of("lambda", 10), Map.of("dimension", 2)),
            "linear-quadratic",
            List.of(Map.of("s", -0.5, "s-terminal", -0.5), Map.of("s", 1.5, "s-terminal", 0)),
            "ergodic-potential",
            List.of(Map.of("theta", 0), Map.of("theta", -0.1), Map.of("viscosity", 0.5), Map.of("sides", "no-flux")));

    /** What cuts a domain off must be smaller than the errors: those of a scheme of higher order are small. */
    private static final Map<String, Map<String, Object>> HIGHER_ORDER =
            Map.of("linear-quadratic-2d", Map.of("half-width", 6), "flocking", Map.of("half-width", 6));

    /** The viscosity of the scheme of first order, ½ |drift| h, must be small against the game's already on these grids. */
    private static final Map<String, Map<String, Object>> VISCOUS =
            Map.of("flocking", Map.of("viscosity", 0.3, "kappa", 0.5));

    private Suite() {}

    /**
     * A game to verify.
     *
     * @param provider makes the game, and says on which grid to play it
     * @param given the parameters that are not at their defaults
     */
    public record Case(GameProvider provider, Map<String, Object> given) {

        /** The name with the given parameters, for example "hopf-cole, lambda 10". */
        public String name() {
            return given.entrySet().stream()
                    .map(p -> ", " + p.getKey() + " " + p.getValue())
                    .sorted()
                    .collect(Collectors.joining("", provider.name(), ""));
        }
    }

    /** The cases for a scheme of the given order. */
    public static List<Case> of(Mfg mfg, int order) {
        Map<String, List<Case>> cases = new LinkedHashMap<>();
        for (GameProvider provider : mfg.games().providers()) {
            Case byDefault = new Case(provider, always(provider.name(), order));
            if (game(byDefault).exactSolution().isPresent()) {
                List<Case> all = new ArrayList<>(List.of(byDefault));
                VARIANTS.getOrDefault(provider.name(), List.of()).forEach(given -> all.add(new Case(provider, given)));
                cases.put(provider.name(), all);
            }
        }
        return cases.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, Object> always(String game, int order) {
        Map<String, Object> given = new LinkedHashMap<>(VISCOUS.getOrDefault(game, Map.of()));
        if (order > 1) {
            given.putAll(HIGHER_ORDER.getOrDefault(game, Map.of()));
        }
        return given;
    }

    private static MeanFieldGame game(Case c) {
        return c.provider()
                .create(Parameters.of(
                        "game " + c.provider().name(), c.provider().parameters(), c.given()));
    }
}
