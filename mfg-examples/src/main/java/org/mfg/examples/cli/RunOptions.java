package org.mfg.examples.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code mfg run} that every game and solver has. */
final class RunOptions {
    final PositionalParamSpec game = PositionalParamSpec.builder()
            .paramLabel("GAME-or-FILE.yaml")
            .type(String.class)
            .arity("1")
            .index("0")
            .description("a game (see: mfg list games) or a YAML file that describes one")
            .build();
    final List<OptionSpec> nodes = Stream.of("--nx", "--ny", "--nz")
            .map(name -> text(name, "N", "nodes of the " + ordinal(name) + " axis (>= 3)"))
            .toList();
    final OptionSpec steps = text("--nt", "N", "time steps (>= 1)");
    final OptionSpec discretization;
    final OptionSpec solver;
    final OptionSpec out = text("--out", "DIR", "where to write (default out/<game>)");
    final OptionSpec figures = text("--figures", "LIST", "all, none, or names joined by commas (default all)");
    final OptionSpec noFigures = flag("no figures", "--no-figures");
    final OptionSpec quiet = flag("print nothing but errors", "-q", "--quiet");
    final OptionSpec help = Options.help();

    /**
     * @param discretizations names of discretisations, for help
     * @param solvers names of solvers, for help
     */
    RunOptions(Iterable<String> discretizations, Iterable<String> solvers) {
        discretization = named("--discretization", "how to discretise: ", discretizations);
        solver = named("--solver", "the equilibrium solver: ", solvers);
    }

    private static OptionSpec named(String option, String description, Iterable<String> names) {
        return Options.text(option)
                .paramLabel("NAME")
                .description(description + String.join(", ", names))
                .completionCandidates(names)
                .build();
    }

    private static OptionSpec text(String option, String label, String description) {
        return Options.text(option).paramLabel(label).description(description).build();
    }

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names[0], names)
                .type(Boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    private static String ordinal(String option) {
        return switch (option.charAt(3)) {
            case 'x' -> "first";
            case 'y' -> "second";
            default -> "third";
        };
    }

    void addTo(CommandSpec command) {
        command.addPositional(game);
        nodes.forEach(command::addOption);
        for (OptionSpec option : List.of(steps, discretization, solver, out, figures, noFigures, quiet, help)) {
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
