package org.mfg.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg list}: what there is. */
final class ListCommand implements OwnCommand {
    private final PositionalParamSpec kind = PositionalParamSpec.builder()
            .paramLabel("KIND")
            .type(String.class)
            .arity("0..1")
            .completionCandidates(Listing.KINDS)
            .description("one of " + String.join(", ", Listing.KINDS) + "; all of them if absent")
            .build();
    private final CommandSpec spec = CommandSpec.create().addPositional(kind).addOption(Options.help());

    ListCommand() {
        spec.usageMessage().description("Lists what there is, plugins included, with the declared parameters.");
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) {
        new Listing(call.mfg(), call.console().out()).list(kind.getValue());
        return ExitCode.SUCCESS;
    }
}
