package org.mfg.examples.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.grid.Grid;
import org.mfg.examples.study.Source;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code mfg run} that every game and solver has. */
final class RunOptions {
    private static final String[] AXES = {"first", "second", "third"};

    final PositionalParamSpec game;
    final List<OptionSpec> nodes;
    final OptionSpec steps;
    final OptionSpec discretization;
    final OptionSpec solver;
    final OptionSpec out = text("--out", "DIR", "where to write (default out/<game>)");
    final OptionSpec figures = text("--figures", "LIST", "all, none, or names joined by commas (default all)");
    final OptionSpec noFigures = flag("no figures", "--no-figures");
    final OptionSpec noReport = flag("no report (index.html)", "--no-report");
    final OptionSpec quiet = flag("print nothing but errors", "-q", "--quiet");
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
        steps = text("--nt", "N", "time steps (>= 1" + defaultSteps + ")");
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

    private static OptionSpec text(String option, String label, String description) {
        return Options.text(option).paramLabel(label).description(description).build();
    }

    private static OptionSpec flag(String description, String name, String... others) {
        return OptionSpec.builder(name, others)
                .type(Boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    void addTo(CommandSpec command) {
        command.usageMessage()
                .abbreviateSynopsis(true)
                .description("Solves a game and writes its equilibrium to a folder. Games and solvers have options of"
                        + " their own, shown by: mfg run GAME --help")
                .sortOptions(false);
        command.addPositional(game);
        nodes.forEach(command::addOption);
        for (OptionSpec option :
                List.of(steps, discretization, solver, out, figures, noFigures, noReport, quiet, help)) {
            command.addOption(option);
        }
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
