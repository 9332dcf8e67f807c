package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.study.Choice;
import org.mfg.app.study.ComposedOfParts;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.MarketStudy;
import org.mfg.app.study.Source;
import org.mfg.app.study.Study;
import org.mfg.app.sweep.Base;
import org.mfg.app.yaml.GameFile;
import org.mfg.output.figure.Style;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The arguments of a command about a game: which options there are, given game and solver, and what was asked with them. */
final class RunArguments {
    private final Mfg mfg;
    private final Source source;
    private final GameCommand command;
    private final FirstLook look;
    private final RunOptions options;
    private final String discretization;
    private final String solver;
    private final ProviderOptions gameOptions;
    private final ProviderOptions discretizationOptions;
    private final ProviderOptions solverOptions;

    RunArguments(Mfg mfg, Source source, FirstLook look, GameCommand command) {
        this.mfg = mfg;
        this.source = source;
        this.command = command;
        this.look = look;
        options = new RunOptions(mfg, source);
        discretization = orElse(look.discretization(), source.discretization().name());
        solver = orElse(look.solver(), source.solver().name());
        Set<String> taken = new HashSet<>(Set.of("--plugins", "--no-checks"));
        CommandSpec fixed = CommandSpec.create();
        options.addTo(fixed, command);
        taken.addAll(fixed.optionsMap().keySet());
        gameOptions = new ProviderOptions("game", source.game(), taken);
        discretizationOptions =
                new ProviderOptions("discretization", mfg.discretizations().provider(discretization), taken);
        solverOptions = new ProviderOptions("solver", mfg.solvers().provider(solver), taken);
    }

    /** The command with all of its options. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        options.addTo(spec, command);
        gameOptions.addTo(spec);
        discretizationOptions.addTo(spec);
        solverOptions.addTo(spec);
        return spec;
    }

    /**
     * What was asked, settled and checked.
     *
     * @throws InvalidInputException if it is not valid; the message tells the option or the line of the file
     */
    Study study() {
        return settled(Study::of, grid());
    }

    /** The same of a game with a market, which may have no game at the price asked for. */
    Study marketStudy() {
        return settled(MarketStudy::of, grid());
    }

    /**
     * The same of an economy at rest, whose path takes time steps of its own.
     *
     * @param isPriced whether prices are given; it needs no market then
     */
    Study economyStudy(boolean isPriced) {
        return settled(isPriced ? Study::of : MarketStudy::of, grid().inSpace());
    }

    /** How time steps grow, if the user says so. */
    OptionalDouble timeGrading() {
        String text = RunOptions.given(options.timeGrading);
        if (text == null) {
            return OptionalDouble.empty();
        }
        Parameter parameter = Parameter.real(options.timeGrading.longestName(), 1, Range.above(0), "", "");
        return OptionalDouble.of((Double) parameter.parse(text));
    }

    /** How a request is settled. */
    private interface Settling {
        Study of(Mfg mfg, GameProvider provider, Study.Request request);
    }

    private Study settled(Settling settling, GridChoice grid) {
        Map<String, String> places = new HashMap<>(source.places());
        for (int k = 0; k < options.nodes.size(); k++) {
            places.put("nodes-of-axis-" + (k + 1), options.nodes.get(k).longestName());
        }
        places.putAll(gameOptions.places());
        places.putAll(discretizationOptions.places());
        places.putAll(solverOptions.places());
        try {
            return settling.of(
                    mfg,
                    source.game(),
                    new Study.Request(
                            gameOptions.given(),
                            grid,
                            choice(source.discretization(), discretization, discretizationOptions),
                            choice(source.solver(), solver, solverOptions)));
        } catch (InvalidInputException e) {
            throw withHint(placed(e, places));
        }
    }

    /** A formula in place of the number that the file has would be another parameter. */
    private InvalidInputException withHint(InvalidInputException e) {
        boolean isPutTogether =
                source.game() instanceof ComposedOfParts game && !game.parts().isEmpty();
        boolean mayBeFormula = e.field().equals(GameFile.VISCOSITY)
                && String.valueOf(e.getMessage()).contains("must be a number");
        return isPutTogether && mayBeFormula
                ? e.at("a formula is for the file; once it has one, an option may give another")
                : e;
    }

    /** Adds the option or the line of the file that the error is about: "mass of the initial density" is initial-density. */
    private static InvalidInputException placed(InvalidInputException e, Map<String, String> places) {
        String field = e.field().replace(' ', '-');
        return places.entrySet().stream()
                .filter(place -> field.endsWith(place.getKey()))
                .max(Comparator.comparingInt(place -> place.getKey().length()))
                .map(place -> e.at(place.getValue()))
                .orElse(e);
    }

    /** The values of the file hold for the provider it names; another one starts from its own defaults. */
    private static Choice choice(Choice inFile, String name, ProviderOptions options) {
        Map<String, Object> given = new HashMap<>();
        if (inFile.name().equals(name)) {
            given.putAll(inFile.given());
        }
        given.putAll(options.given());
        return new Choice(name, given);
    }

    private GridChoice grid() {
        Map<Integer, Integer> nodes = new HashMap<>();
        for (int k = 0; k < options.nodes.size(); k++) {
            OptionalInt n = count(options.nodes.get(k), Grid.MIN_NODES);
            if (n.isPresent()) {
                nodes.put(k, n.getAsInt());
            }
        }
        return new GridChoice(nodes, count(options.steps, 1), timeGrading());
    }

    private static OptionalInt count(OptionSpec option, int least) {
        String text = RunOptions.given(option);
        if (text == null) {
            return OptionalInt.empty();
        }
        Parameter parameter = Parameter.integer(option.longestName(), least, Range.atLeast(least), "");
        long count = (Long) parameter.parse(text);
        if (count >= Integer.MAX_VALUE) {
            throw InvalidInputException.of(option.longestName(), "be < " + Integer.MAX_VALUE, text);
        }
        return OptionalInt.of((int) count);
    }

    /** What there is by name. */
    Mfg mfg() {
        return mfg;
    }

    /** The game and how to solve it, before {@link #settings()} change anything. */
    Source source() {
        return new Source(
                source.game(),
                choice(source.discretization(), discretization, discretizationOptions),
                choice(source.solver(), solver, solverOptions),
                source.places());
    }

    /** The parameters of the game and the grid that the user gave, as settings of a sweep. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(gameOptions.given());
        GridChoice grid = grid();
        grid.nodes().forEach((axis, n) -> settings.put(Base.NODES.get(axis), (long) n));
        grid.steps().ifPresent(n -> settings.put(Base.STEPS, (long) n));
        grid.timeGrading().ifPresent(r -> settings.put(GridChoice.TIME_GRADING, r));
        return settings;
    }

    /** The file that the game is read from; empty for a game by name. */
    Optional<Path> file() {
        return Sources.file(mfg, look.words());
    }

    /** The name of the game. */
    String gameName() {
        return source.game().name();
    }

    /** Where to write: a folder named after the game, or after the file that it is read from, as many files may name one game. */
    Path folder() {
        return out("");
    }

    /** Where another command than run writes: beside what run writes, unless told otherwise. */
    Path folder(String command) {
        return out("-" + command);
    }

    private Path out(String ending) {
        return FileName.given(options.out)
                .orElseGet(() -> Path.of("out", file().map(GameFile::nameOf).orElseGet(this::gameName) + ending));
    }

    /** The report to write, if one is wanted. */
    ReportChoice report(boolean isWanted) throws IOException {
        return ReportChoice.read(isWanted, look.args(), file());
    }

    /** The look of figures. */
    Style style() {
        return options.style.given();
    }

    /** Whether to print nothing but errors. */
    boolean isQuiet() {
        return RunOptions.isGiven(options.quiet);
    }

    private static String orElse(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
