package org.mfg.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Provider;
import org.mfg.app.study.Source;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mfg completion}: a script for bash and zsh that knows every game, solver and parameter there is. */
final class CompletionScript {
    private CompletionScript() {}

    static String of(Mfg mfg) {
        CommandSpec root = CommandSpec.create().name("mfg");
        root.addOption(Options.help())
                .addOption(Options.version())
                .addOption(Options.plugins())
                .addOption(Options.noChecks());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (GameCommand command :
                MfgCommand.gameCommands(new Console(nowhere, nowhere, null)).values()) {
            root.addSubcommand(command.name(), about(mfg, command));
        }
        OwnCommand.all().forEach(command -> root.addSubcommand(command.name(), command.spec()));
        return AutoComplete.bash("mfg", new CommandLine(root));
    }

    /** All options that a command about a game can have, whatever the game and the solver. */
    private static CommandSpec about(Mfg mfg, GameCommand command) {
        CommandSpec run = CommandSpec.create();
        RunOptions options = mfg.games().providers().stream()
                .findFirst()
                .map(game -> new RunOptions(mfg, Source.of(game)))
                .orElseGet(RunOptions::new);
        options.addTo(run, command);
        Set<String> taken = new HashSet<>(run.optionsMap().keySet());
        for (Registry<?, ?> registry : List.of(mfg.games(), mfg.discretizations(), mfg.solvers())) {
            for (Provider<?> provider : registry.providers()) {
                provider.parameters().forEach(p -> add(p, taken, run));
            }
        }
        return run;
    }

    private static void add(Parameter parameter, Set<String> taken, CommandSpec run) {
        String name = "--" + parameter.name();
        if (taken.add(name)) {
            run.addOption(Options.text(name)
                    .completionCandidates(parameter.range().choices())
                    .build());
        }
    }
}
