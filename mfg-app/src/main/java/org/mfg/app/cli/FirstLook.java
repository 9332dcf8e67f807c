package org.mfg.app.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.solvers.Mfg;
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
 * @param checks whether a game is checked before it is solved: unless --no-checks was given
 */
record FirstLook(
        List<String> args,
        @Nullable String command,
        List<String> words,
        @Nullable String discretization,
        @Nullable String solver,
        @Nullable String plugins,
        boolean checks) {

    /** The framework with the plugins asked for. */
    Mfg load() {
        Mfg mfg = Plugins.load(plugins);
        return checks ? mfg : mfg.withoutChecks();
    }

    /** @param gameCommands the commands that take a game */
    static FirstLook at(Collection<GameCommand> gameCommands, String... args) {
        OptionSpec plugins = Options.plugins();
        OptionSpec noChecks = Options.noChecks();
        CommandSpec root = CommandSpec.create().addOption(plugins).addOption(noChecks);
        Map<String, Lenient> lenient = new HashMap<>();
        for (GameCommand command : gameCommands) {
            Lenient spec = new Lenient(command);
            lenient.put(command.name(), spec);
            root.addSubcommand(command.name(), spec.spec);
        }
        OwnCommand.all().forEach(command -> root.addSubcommand(command.name(), CommandSpec.create()));
        CommandLine line = new CommandLine(root);
        line.setUnmatchedArgumentsAllowed(true).setOverwrittenOptionsAllowed(true);
        line.getSubcommands().values().forEach(FirstLook::lenient);
        lenient(line);
        ParseResult result = line.parseArgs(args);
        // Of two folders the first would be passed over in silence; the strict reading comes when plugins are known.
        String name = plugins.longestName();
        if (Arrays.stream(args)
                        .filter(arg -> arg.equals(name) || arg.startsWith(name + "="))
                        .count()
                > 1) {
            throw InvalidInputException.because(name, name + " must be given once: a folder with all jars");
        }
        String command =
                result.hasSubcommand() ? result.subcommand().commandSpec().name() : null;
        Lenient found = lenient.get(String.valueOf(command));
        if (found == null) {
            return new FirstLook(
                    List.of(args),
                    command,
                    List.of(),
                    null,
                    null,
                    RunOptions.given(plugins),
                    !RunOptions.isGiven(noChecks));
        }
        @Nullable List<String> words = found.words.getValue();
        return new FirstLook(
                List.of(args),
                command,
                words == null ? List.of() : List.copyOf(words),
                RunOptions.given(found.options.discretization),
                RunOptions.given(found.options.solver),
                RunOptions.given(plugins),
                !RunOptions.isGiven(noChecks));
    }

    /** A command that takes a game, as far as it is known by now. */
    private static final class Lenient {
        final RunOptions options = new RunOptions();
        final CommandSpec spec = CommandSpec.create();
        final PositionalParamSpec words = PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .build();

        Lenient(GameCommand command) {
            options.addTo(spec, command);
            List.copyOf(spec.positionalParameters()).forEach(spec::remove);
            spec.addPositional(words);
        }
    }

    private static void lenient(CommandLine line) {
        line.getCommandSpec().parser().collectErrors(true);
    }
}
