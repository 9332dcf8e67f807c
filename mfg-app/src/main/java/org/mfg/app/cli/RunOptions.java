package org.mfg.app.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.app.study.Source;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options that every command about a game has, whatever the game and the solver. */
final class RunOptions {
    /** The option for time steps. */
    static final String STEPS = "--nt";

    private static final String[] AXES = {"first", "second", "third"};

    final PositionalParamSpec game;
    final List<OptionSpec> nodes;
    final OptionSpec steps;
    final OptionSpec timeGrading = text(
            "--time-grading",
            "R",
            "the last time step is about R times as long as the first: fine early, coarse late (> 0, default 1)");
    final OptionSpec discretization;
    final OptionSpec solver;
    final OptionSpec out = text(
            "--out",
            "DIR",
            "where to write (default: a folder in out named after the game, or its file, and the command)");
    final FigureStyle style = new FigureStyle();
    final OptionSpec quiet = flag("print nothing but errors: results are in the files", "-q", "--quiet");
    final OptionSpec help = Options.help();

    /** The options before anything is known about the game. */
    RunOptions() {
        this(
                Set.of(),
                new int[0],
                "",
                named("--discretization", "how to discretise"),
                named("--solver", "the equilibrium solver"));
    }

    /** The options with the defaults that the game brings. */
    RunOptions(Mfg mfg, Source source) {
        this(
                mfg.games().names(),
                source.game().defaultNodes(),
                ", default " + source.game().defaultSteps(),
                named(
                        "--discretization",
                        "how to discretise",
                        mfg.discretizations().names(),
                        source.discretization().name()),
                named(
                        "--solver",
                        "the equilibrium solver",
                        mfg.solvers().names(),
                        source.solver().name()));
    }

    private RunOptions(
            Set<String> games, int[] defaultNodes, String defaultSteps, OptionSpec discretization, OptionSpec solver) {
        game = PositionalParamSpec.builder()
                .paramLabel("GAME-or-FILE.yaml")
                .type(String.class)
                .arity("1")
                .required(true)
                .index("0")
                .completionCandidates(games)
                .description("a game (see: mfg list games) or a YAML file that describes one")
                .build();
        nodes = IntStream.range(0, AXES.length)
                .mapToObj(k -> text("--n" + "xyz".charAt(k), "N", nodesInWords(k, defaultNodes)))
                .toList();
        steps = text(STEPS, "N", "time steps (>= 1" + defaultSteps + ")");
        this.discretization = discretization;
        this.solver = solver;
    }

    private static String nodesInWords(int axis, int[] defaults) {
        String byDefault = axis < defaults.length ? ", default " + defaults[axis] : "";
        return "nodes of the " + AXES[axis] + " axis (>= " + Grid.MIN_NODES + byDefault + ")";
    }

    private static OptionSpec named(String option, String description) {
        return text(option, "NAME", description);
    }

    private static OptionSpec named(String option, String description, Set<String> names, String byDefault) {
        return Options.text(option)
                .paramLabel("NAME")
                .description(description + " (" + String.join(", ", names) + "; default " + byDefault + ")")
                .completionCandidates(names)
                .build();
    }

    static OptionSpec text(String option, String label, String description) {
        return Options.text(option).paramLabel(label).description(description).build();
    }

    static OptionSpec flag(String description, String name, String... others) {
        return OptionSpec.builder(name, others)
                .type(Boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    /** Adds these options and those of the given command, which may have time steps of its own. */
    void addTo(CommandSpec spec, GameCommand command) {
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .description(command.description() + " Games and solvers have options of their own, shown by: mfg "
                        + command.name() + " GAME --help")
                .sortOptions(false);
        spec.addPositional(command.needsGame() ? game : optional(game));
        nodes.forEach(spec::addOption);
        boolean hasSteps = command.options().stream()
                .anyMatch(option -> List.of(option.names()).contains(STEPS));
        if (!hasSteps) {
            spec.addOption(steps);
        }
        List.of(timeGrading, discretization, solver).forEach(spec::addOption);
        command.options().forEach(spec::addOption);
        spec.addOption(out);
        style.options().forEach(spec::addOption);
        List.of(quiet, help).forEach(spec::addOption);
    }

    private static PositionalParamSpec optional(PositionalParamSpec game) {
        return game.toBuilder().arity("0..1").required(false).build();
    }

    /**
     * Complains if an option was given that says how to solve a game although none is named.
     *
     * @throws InvalidInputException if there is one
     */
    void requireGameFor(String command) {
        Stream.concat(nodes.stream(), Stream.of(steps, timeGrading, solver))
                .filter(option -> given(option) != null)
                .findFirst()
                .ifPresent(option -> {
                    throw InvalidInputException.because(
                            option.longestName(),
                            option.longestName() + " must come with a game: mfg " + command + " GAME "
                                    + option.longestName() + " ...");
                });
    }

    /** What the user gave for an option, or null. */
    static @Nullable String given(OptionSpec option) {
        return option.getValue();
    }

    /** Whether the user gave the flag. */
    static boolean isGiven(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }
}
