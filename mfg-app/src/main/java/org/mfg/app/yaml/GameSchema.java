package org.mfg.app.yaml;

import static org.mfg.app.yaml.Shapes.PROPERTIES;
import static org.mfg.app.yaml.Shapes.REQUIRED;
import static org.mfg.app.yaml.Shapes.anyOf;
import static org.mfg.app.yaml.Shapes.described;
import static org.mfg.app.yaml.Shapes.formula;
import static org.mfg.app.yaml.Shapes.given;
import static org.mfg.app.yaml.Shapes.is;
import static org.mfg.app.yaml.Shapes.list;
import static org.mfg.app.yaml.Shapes.map;
import static org.mfg.app.yaml.Shapes.named;
import static org.mfg.app.yaml.Shapes.number;
import static org.mfg.app.yaml.Shapes.object;
import static org.mfg.app.yaml.Shapes.oneOf;
import static org.mfg.app.yaml.Shapes.text;
import static org.mfg.app.yaml.Shapes.when;
import static org.mfg.app.yaml.Shapes.without;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Provider;
import org.mfg.app.study.GridChoice;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;

/**
 * The JSON Schema of {@linkplain GameFile game files}, for editors that complete and check them: the keys are those that the readers know, the
 * names and parameters those of the registry, plugins included. A file that it accepts may still be refused, for what one value alone does not tell.
 */
public final class GameSchema {
    private final Mfg mfg;
    private final Map<String, Object> others;

    private GameSchema(Mfg mfg, Map<String, Object> others) {
        this.mfg = mfg;
        this.others = others;
    }

    /** The schema of game files, as maps and lists. */
    public static Map<String, Object> of(Mfg mfg) {
        return new GameSchema(mfg, Map.of()).root("A mean field game and how to solve it", List.of());
    }

    /**
     * The schema of a file that says more than the game.
     *
     * @param others the shapes of its other keys
     * @param rules what else holds of the whole
     */
    static Map<String, Object> with(
            Mfg mfg, String title, Map<String, Object> others, List<Map<String, Object>> rules) {
        return new GameSchema(mfg, others).root(title, rules);
    }

    private Map<String, Object> root(String title, List<Map<String, Object>> rules) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.putAll(namedKeys());
        properties.putAll(composedKeys());
        properties.put("household", HouseholdSchema.household());
        properties.put("market", HouseholdSchema.market());
        properties.putAll(solvingKeys());
        properties.putAll(others);
        List<String> keys = Stream.of(
                        GameFile.NAMED, GameFile.COMPOSED, GameFile.HOUSEHOLD, GameFile.SOLVING, others.keySet())
                .flatMap(k -> k.stream())
                .distinct()
                .toList();
        Map<String, Object> schema =
                map("$schema", "http://json-schema.org/draft-07/schema#", "title", title, "type", "object");
        schema.putAll(object(keys, properties));
        List<Map<String, Object>> all = new ArrayList<>(rules);
        all.add(when(given("game"), namedGame(), when(given("household"), economy(), composedGame())));
        schema.put("allOf", all);
        schema.put(
                "definitions",
                map(
                        "hamiltonian",
                        part(mfg.hamiltonians()),
                        "coupling",
                        part(mfg.couplings()),
                        "field",
                        anyOf(formula(""), DomainSchema.data())));
        return schema;
    }

    private Map<String, Object> namedKeys() {
        return map(
                "game",
                described(providers(mfg.games()), "the name of a packaged game"),
                "parameters",
                map("type", "object", Shapes.DESCRIPTION, "those that are not to have their defaults"));
    }

    private Map<String, Object> composedKeys() {
        Map<String, Object> coupling = ref("coupling");
        return map(
                "name",
                described(
                        map("type", "string", "pattern", "^" + GameFile.NAME_PATTERN + "$"),
                        "what the game is called; by default as the file"),
                "domain",
                DomainSchema.domain(),
                "horizon",
                anyOf(Shapes.of(ComposedGame.HORIZON), map("const", OwnParameters.FOREVER)),
                "discount",
                Shapes.of(ComposedGame.DISCOUNT),
                "viscosity",
                described(
                        anyOf(Shapes.of(ComposedGame.VISCOSITY), text("a formula"), named(ref("field"))),
                        ComposedGame.VISCOSITY.description() + "; a number, a formula, or one for each axis"),
                "mass-source",
                field(ComposedGame.MASS_SOURCE),
                "death",
                object(
                        OwnParameters.DEATH,
                        map("rate", Shapes.of(ComposedGame.DEATH_RATE), "newborn", field(ComposedGame.NEWBORN)),
                        "rate",
                        "newborn"),
                "hamiltonian",
                ref("hamiltonian"),
                "couplings",
                described(list(coupling), "how agents feel the crowd on the way; they add up"),
                "running-cost",
                field(ComposedGame.RUNNING_COST),
                "terminal-cost",
                field(ComposedGame.TERMINAL_COST),
                "terminal-couplings",
                described(list(coupling), "how agents feel the crowd at the end"),
                "target-density",
                field(ComposedGame.TARGET_DENSITY),
                "ceiling",
                field(ComposedGame.CEILING),
                "initial-density",
                field(ComposedGame.INITIAL_DENSITY));
    }

    private Map<String, Object> solvingKeys() {
        Map<String, Object> nodes = anyOf(Shapes.of(GridSection.NODES), list(Shapes.of(GridSection.NODES_OF_AXIS), 1));
        Map<String, Object> shocks = named(text("such as -3%, decay=0.2"));
        Map<String, Object> path = map(
                "shocks",
                shocks,
                "until",
                number("the end of the path"),
                "steps",
                number("its time steps"),
                GridChoice.TIME_GRADING,
                Shapes.of(GridSection.TIME_GRADING));
        return map(
                "grid",
                object(
                        GridSection.KEYS,
                        map(
                                "nodes",
                                nodes,
                                "steps",
                                Shapes.of(GridSection.STEPS),
                                GridChoice.TIME_GRADING,
                                Shapes.of(GridSection.TIME_GRADING))),
                "solver",
                part(mfg.solvers()),
                "discretization",
                part(mfg.discretizations()),
                "path",
                described(object(PathSection.KEYS, path), "for mfg path: how parameters move"));
    }

    private Map<String, Object> namedGame() {
        List<Map<String, Object>> games = new ArrayList<>();
        for (Provider<?> game : mfg.games().providers()) {
            Map<String, Object> parameters = Shapes.of(game.parameters());
            games.add(when(
                    is("game", game.name()),
                    map(PROPERTIES, map("parameters", object(parameters.keySet(), parameters)))));
        }
        Map<String, Object> shape = keysOf(GameFile.NAMED);
        shape.put("allOf", games);
        return shape;
    }

    private Map<String, Object> economy() {
        return keysOf(GameFile.HOUSEHOLD);
    }

    private Map<String, Object> composedGame() {
        Map<String, Object> shape = keysOf(GameFile.COMPOSED);
        shape.put(REQUIRED, List.of("domain", "horizon", "viscosity", "hamiltonian"));
        shape.put(
                "allOf",
                List.of(
                        when(
                                is("horizon", OwnParameters.FOREVER),
                                without(OwnParameters.END),
                                given("initial-density")),
                        when(given("target-density"), without(OwnParameters.COSTS_AT_THE_END))));
        return shape;
    }

    /** That there are no other keys than these, and those of all files. */
    private Map<String, Object> keysOf(List<String> keys) {
        return map(
                "propertyNames",
                oneOf(Stream.of(keys, GameFile.SOLVING, others.keySet())
                        .flatMap(k -> k.stream())
                        .toList()));
    }

    /** A provider by its name, or by a map with its name and parameters. */
    private static Map<String, Object> part(Registry<?, ?> registry) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Provider<?> provider : registry.providers()) {
            Map<String, Object> keys = map("name", map());
            keys.putAll(Shapes.of(provider.parameters()));
            parts.add(when(is("name", provider.name()), object(keys.keySet(), keys)));
        }
        Map<String, Object> withParameters = map(
                "type",
                "object",
                REQUIRED,
                List.of("name"),
                PROPERTIES,
                map("name", providers(registry)),
                "allOf",
                parts);
        return described(
                anyOf(providers(registry), withParameters),
                "a " + registry.kind() + ", or a map of its name and parameters");
    }

    private static Map<String, Object> providers(Registry<?, ?> registry) {
        Map<String, Object> names = oneOf(registry.names());
        // A word of editors, which show it beside each name; others pass it over.
        names.put(
                "enumDescriptions",
                registry.providers().stream().map(Provider::description).toList());
        return names;
    }

    private static Map<String, Object> field(Parameter parameter) {
        return described(anyOf(ref("field")), parameter.description() + ", or data: {file: data.npz, array: f}");
    }

    private static Map<String, Object> ref(String definition) {
        return map("$ref", "#/definitions/" + definition);
    }
}
