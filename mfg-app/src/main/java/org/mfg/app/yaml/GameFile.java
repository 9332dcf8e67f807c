package org.mfg.app.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
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
    /** The number of a game that a formula may take the place of. */
    public static final String VISCOSITY = "viscosity";

    static final List<String> SOLVING = List.of("grid", "solver", "discretization", PathSection.KEY);
    static final List<String> NAMED = List.of("game", "parameters");
    static final List<String> HOUSEHOLD = List.of("name", "household", "market");
    static final List<String> COMPOSED = List.of(
            "name",
            "domain",
            "horizon",
            "discount",
            VISCOSITY,
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

    static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final Mfg mfg;
    private final Section root;
    private final String defaultName;
    private final List<String> otherKeys;

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
            places.put(
                    ComposedGame.DEATH_RATE.name(),
                    death.required(OwnParameters.RATE).place());
            places.put(
                    ComposedGame.NEWBORN.name(),
                    death.required(OwnParameters.NEWBORN).place());
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
        OwnParameters own = new OwnParameters(root, domain);
        boolean isStationary = own.isStationary();
        GridSection grid = grid(new GridSection(new int[] {100}, isStationary ? 1 : 100, 1));
        return new ComposedGame(
                gameName(),
                domain,
                isStationary,
                own.read(),
                own.data(),
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

    /** The name of a file without its ending, as a word: that of its outputs, and of a game to which it gives no other. */
    public static String nameOf(Path file) {
        String stem = file.toAbsolutePath()
                .getFileName()
                .toString()
                .replaceFirst("\\.ya?ml$", "")
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceFirst("^[._-]+", "");
        return stem.isEmpty() ? "game" : stem;
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
