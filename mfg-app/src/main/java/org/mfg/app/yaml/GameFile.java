package org.mfg.app.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Provider;
import org.mfg.app.study.Choice;
import org.mfg.app.study.Source;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;

/**
 * Reads a game and how to solve it from a YAML file: a known game, {@code game: tutorial} with {@code parameters};
 * an economy of {@linkplain HouseholdSection households}; or one put together from a domain, a Hamiltonian, couplings and formulas, whose every key the
 * file tutorial.yaml shows.
 */
public final class GameFile {
    static final List<String> SOLVING = List.of("grid", "solver", "discretization", PathSection.KEY);
    static final List<String> NAMED = List.of("game", "parameters");
    static final List<String> HOUSEHOLD = List.of("name", "household", "market");
    static final List<String> COMPOSED = List.of(
            "name",
            "domain",
            "horizon",
            "discount",
            "viscosity",
            "mass-source",
            "death",
            "hamiltonian",
            "couplings",
            "running-cost",
            "terminal-cost",
            "terminal-couplings",
            "target-density",
            "ceiling",
            "initial-density");

    static final String FOREVER = "forever";
    private static final String RATE = "rate";
    private static final String NEWBORN = "newborn";
    static final List<String> DEATH = List.of(RATE, NEWBORN);
    static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]*";

    /** The keys of what a game without an end has not. */
    static final List<String> END = List.of("terminal-cost", "terminal-couplings", "target-density", "mass-source");

    static final List<String> COSTS_AT_THE_END = List.of("terminal-cost", "terminal-couplings");

    private final Mfg mfg;
    private final Section root;
    private final String defaultName;
    private final List<String> otherKeys;
    private final Map<String, DataField> data = new HashMap<>();

    private GameFile(Mfg mfg, Section root, String defaultName, List<String> otherKeys) {
        this.mfg = mfg;
        this.root = root;
        this.defaultName = defaultName;
        this.otherKeys = otherKeys;
    }

    /**
     * Reads the file.
     *
     * @throws InvalidInputException if anything in it is not valid; the message tells file, line and what is allowed
     */
    public static Source read(Path file, Mfg mfg) {
        return parse(Document.bytes(file, "game file"), file, mfg);
    }

    /**
     * Reads the text of a file.
     *
     * @param file its path, for messages and for the files that it names
     * @throws InvalidInputException as {@link #read}
     */
    public static Source parse(byte[] text, Path file, Mfg mfg) {
        return source(file, Document.parse(text, file).section(), mfg, List.of());
    }

    /**
     * Reads the game from a file that says more than that.
     *
     * @param root what is in the file
     * @param otherKeys the keys of what else it says
     */
    static Source source(Path file, Section root, Mfg mfg, List<String> otherKeys) {
        return new GameFile(mfg, root, nameOf(file), otherKeys).source();
    }

    private Source source() {
        boolean isNamed = root.has("game");
        if (isNamed) {
            refuseParts();
        }
        boolean isEconomy = !isNamed && root.has("household");
        List<String> allowed = Stream.of(isNamed ? NAMED : isEconomy ? HOUSEHOLD : COMPOSED, SOLVING, otherKeys)
                .flatMap(List::stream)
                .toList();
        root.allowOnly("key", allowed);
        Map<String, String> places = places();
        GameProvider game = isNamed ? named() : isEconomy ? economy(places) : composed();
        return new Source(
                game,
                choice("discretization", mfg.discretizations(), Mfg.DEFAULT_DISCRETIZATION),
                choice("solver", mfg.solvers(), Mfg.DEFAULT_SOLVER),
                places);
    }

    /** A known game has its parts and fields already. */
    private void refuseParts() {
        for (String key : COMPOSED) {
            root.find(key).ifPresent(value -> {
                throw InvalidInputException.because(
                                key,
                                key
                                        + " must not be given beside game, which has its own: a game that is put together in the file"
                                        + " has a hamiltonian instead")
                        .at(value.place());
            });
        }
    }

    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>(root.places());
        root.find("domain").ifPresent(domain -> places.putAll(DomainSection.places(domain)));
        root.find("death").map(Value::section).ifPresent(death -> {
            places.put(ComposedGame.DEATH_RATE.name(), death.required(RATE).place());
            places.put(ComposedGame.NEWBORN.name(), death.required(NEWBORN).place());
        });
        return places;
    }

    private GameProvider named() {
        GameProvider game = Part.provider(root.required("game"), mfg.games());
        Map<String, Object> given = new LinkedHashMap<>();
        root.find("parameters").map(Value::section).ifPresent(section -> {
            section.allowOnly(
                    "parameter of game " + game.name(),
                    game.parameters().stream().map(Parameter::name).toList());
            for (Parameter p : game.parameters()) {
                section.find(p.name()).ifPresent(v -> given.put(p.name(), v.as(p)));
            }
        });
        return withGrid(game, given);
    }

    private GameProvider economy(Map<String, String> places) {
        return withGrid(HouseholdSection.read(gameName(), root, places), Map.of());
    }

    private GameProvider withGrid(GameProvider game, Map<String, Object> given) {
        return new NamedGame(
                game,
                given,
                grid(new GridSection(game.defaultNodes(), game.defaultSteps(), game.defaultTimeGrading())));
    }

    private String gameName() {
        return root.find("name").map(GameFile::name).orElse(defaultName);
    }

    private GameProvider composed() {
        Domain domain = DomainSection.read(root.required("domain"));
        GridSection grid = grid(new GridSection(new int[] {100}, isStationary() ? 1 : 100, 1));
        return new ComposedGame(
                gameName(),
                domain,
                isStationary(),
                own(domain),
                data,
                Part.<Hamiltonian>read("hamiltonian", root.required("hamiltonian"), mfg.hamiltonians()),
                couplings("couplings", "coupling"),
                couplings("terminal-couplings", "terminal-coupling"),
                grid);
    }

    private static String name(Value name) {
        if (!name.text().matches(NAME_PATTERN)) {
            throw name.mustBe("be letters, digits, '.', '_' and '-'");
        }
        return name.text();
    }

    /** The name of a game whose file gives none: that of the file without its ending. */
    private static String nameOf(Path file) {
        String stem = file.toAbsolutePath()
                .getFileName()
                .toString()
                .replaceFirst("\\.ya?ml$", "")
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceFirst("^[._-]+", "");
        return stem.isEmpty() ? "game" : stem;
    }

    /** The parameters of the game itself, with their values in the file for defaults. */
    private List<Parameter> own(Domain domain) {
        List<Parameter> own = new ArrayList<>();
        if (isStationary()) {
            for (String key : END) {
                root.find(key).ifPresent(value -> {
                    throw value.mustBe("not be given where the horizon is forever: a stationary game has no end");
                });
            }
        } else {
            own.add(fromFile(ComposedGame.HORIZON, true));
        }
        own.add(fromFile(ComposedGame.DISCOUNT, false));
        own.addAll(viscosities(domain));
        own.add(field(ComposedGame.RUNNING_COST, false, domain, !isStationary()));
        if (!isStationary()) {
            own.add(field(ComposedGame.MASS_SOURCE, false, domain, true));
            own.add(end(domain));
        }
        if (root.has(ComposedGame.CEILING.name())) {
            own.add(field(ComposedGame.CEILING, true, domain, !isStationary()));
        }
        root.find("death").ifPresent(death -> own.addAll(death(death, domain)));
        own.add(field(ComposedGame.INITIAL_DENSITY, !isStationary(), domain, false));
        return own;
    }

    /** The rate at which agents die, and where newborns are. */
    private List<Parameter> death(Value death, Domain domain) {
        Section section = death.section();
        section.allowOnly("key of death", DEATH);
        Value newborn = section.required(NEWBORN);
        return List.of(
                valued(ComposedGame.DEATH_RATE, section.required(RATE).as(ComposedGame.DEATH_RATE)),
                valued(ComposedGame.NEWBORN, formulaOrData(ComposedGame.NEWBORN.name(), newborn, domain, false)));
    }

    /** What is due at the end, or how the crowd has to be. */
    private Parameter end(Domain domain) {
        if (!root.has(ComposedGame.TARGET_DENSITY.name())) {
            return field(ComposedGame.TERMINAL_COST, false, domain, false);
        }
        for (String key : COSTS_AT_THE_END) {
            root.find(key).ifPresent(value -> {
                throw value.mustBe("not be given with a target-density, which takes its place");
            });
        }
        return field(ComposedGame.TARGET_DENSITY, true, domain, false);
    }

    private boolean isStationary() {
        if (root.has("discount") && !root.has("horizon")) {
            throw InvalidInputException.because(
                            "horizon", "horizon is missing: a number, or forever for a stationary game")
                    .at(root.required("discount").place());
        }
        return root.find("horizon")
                .filter(Value::isText)
                .map(Value::text)
                .orElse("")
                .equals(FOREVER);
    }

    /** A number, a formula, or a formula for each axis of positions. */
    private List<Parameter> viscosities(Domain domain) {
        Value viscosity = root.required("viscosity");
        String description = "half the squared volatility, a formula in t and the position";
        if (viscosity.isText()) {
            try {
                return List.of(fromFile(ComposedGame.VISCOSITY, true));
            } catch (InvalidInputException e) {
                if (viscosity.text().matches("(?i)[-+0-9.e]*|[-+.]*(nan|inf|infinity)")) {
                    throw e;
                }
                return List.of(Parameter.text("viscosity", viscosity.text(), Range.ANY, description));
            }
        }
        List<String> names = domain.axes().stream()
                .limit(domain.positionAxes())
                .map(Axis::name)
                .toList();
        if (viscosity.isList()) {
            throw viscosity.mustBe("be a number, a formula, or one for each axis");
        }
        Section axes = viscosity.section();
        if (!names.contains(DataField.FILE) && axes.has(DataField.FILE)) {
            return List.of(Parameter.text(
                    "viscosity", ofData("viscosity", viscosity, domain, !isStationary()), Range.ANY, description));
        }
        axes.allowOnly("axis of viscosity", names);
        return names.stream()
                .map(name -> Parameter.text(
                        "viscosity-" + name,
                        formulaOrData("viscosity-" + name, axes.required(name), domain, !isStationary()),
                        Range.ANY,
                        description + ", on axis " + name))
                .toList();
    }

    /** A formula, or data from a file; its text is the parameter's default. */
    private Parameter field(Parameter p, boolean isRequired, Domain domain, boolean mayChange) {
        if (!root.find(p.name()).filter(DataField::isMeant).isPresent()) {
            return fromFile(p, isRequired);
        }
        return valued(p, ofData(p.name(), root.required(p.name()), domain, mayChange));
    }

    private String formulaOrData(String name, Value value, Domain domain, boolean mayChange) {
        return DataField.isMeant(value) ? ofData(name, value, domain, mayChange) : value.text();
    }

    private String ofData(String name, Value value, Domain domain, boolean mayChange) {
        boolean isDensity = name.equals(ComposedGame.INITIAL_DENSITY.name())
                || name.equals(ComposedGame.TARGET_DENSITY.name())
                || name.equals(ComposedGame.NEWBORN.name())
                || name.equals(ComposedGame.CEILING.name())
                || name.startsWith(ComposedGame.VISCOSITY.name());
        DataField field = DataField.read(value, domain, mayChange, isDensity);
        data.put(name, field);
        return field.text();
    }

    private Parameter fromFile(Parameter p, boolean isRequired) {
        if (!isRequired && !root.has(p.name())) {
            return p;
        }
        return valued(p, root.required(p.name()).as(p));
    }

    /** A parameter whose default is what the file says. */
    private static Parameter valued(Parameter p, Object value) {
        return new Parameter(p.name(), p.type(), value, p.range(), p.unit(), p.description());
    }

    private List<Part<Coupling>> couplings(String key, String role) {
        List<Part<Coupling>> parts = new ArrayList<>();
        for (Value value : root.list(key)) {
            parts.add(Part.<Coupling>read(role + "-" + (parts.size() + 1), value, mfg.couplings()));
        }
        return parts;
    }

    private <T> Choice choice(String key, Registry<? extends Provider<T>, T> registry, String byDefault) {
        return root.find(key)
                .map(value -> Part.<T>read(key, value, registry))
                .map(part -> new Choice(part.provider().name(), part.given()))
                .orElse(Choice.of(byDefault));
    }

    private GridSection grid(GridSection byDefault) {
        return GridSection.read(root.find("grid").orElse(null), byDefault);
    }
}
