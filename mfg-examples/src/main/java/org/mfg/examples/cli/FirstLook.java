package org.mfg.examples.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * A lenient reading of the arguments, before it is known which options there are: those of {@code mfg run} depend on the
 * game, the discretisation and the solver, which the arguments name.
 *
 * @param args the arguments themselves
 * @param command the subcommand, or null
 * @param words the arguments that may name the game: values of options not yet known are among them
 * @param discretization the value of --discretization, or null
 * @param solver the value of --solver, or null
 * @param plugins the value of --plugins, or null
 */
record FirstLook(
        List<String> args,
        @Nullable String command,
        List<String> words,
        @Nullable String discretization,
        @Nullable String solver,
        @Nullable String plugins) {

    static FirstLook at(String... args) {
        RunOptions options = new RunOptions();
        CommandSpec run = CommandSpec.create();
        options.addTo(run);
        run.remove(options.game);
        PositionalParamSpec words = PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .build();
        run.addPositional(words);
        OptionSpec plugins = Options.plugins();
        CommandSpec root = CommandSpec.create().addOption(plugins).addSubcommand("run", run);
        root.addSubcommand("list", CommandSpec.create());
        root.addSubcommand("completion", CommandSpec.create());
        CommandLine line = new CommandLine(root);
        line.setUnmatchedArgumentsAllowed(true).setOverwrittenOptionsAllowed(true);
        line.getSubcommands().values().forEach(FirstLook::lenient);
        lenient(line);
        ParseResult result = line.parseArgs(args);
        String command =
                result.hasSubcommand() ? result.subcommand().commandSpec().name() : null;
        @Nullable List<String> found = words.getValue();
        return new FirstLook(
                List.of(args),
                command,
                found == null ? List.of() : List.copyOf(found),
                RunOptions.given(options.discretization),
                RunOptions.given(options.solver),
                RunOptions.given(plugins));
    }

    private static void lenient(CommandLine line) {
        line.getCommandSpec().parser().collectErrors(true);
    }
}
