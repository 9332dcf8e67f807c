package org.mfg.app.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code mfg completion}: a script for the shell. */
final class CompletionCommand implements OwnCommand {
    private final CommandSpec spec = CommandSpec.create().addOption(Options.help());

    CompletionCommand() {
        spec.usageMessage().description("Prints a completion script for bash and zsh: source <(mfg completion)");
    }

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) {
        call.console().out().println(CompletionScript.of(call.mfg()));
        return ExitCode.SUCCESS;
    }
}
