package org.mfg.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    private final OptionSpec json = RunOptions.flag("print it as JSON, for programs", "--json");
    private final CommandSpec spec =
            CommandSpec.create().addPositional(kind).addOption(json).addOption(Options.help());

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
        Listing listing = new Listing(call.mfg(), call.console().out());
        if (RunOptions.isGiven(json)) {
            listing.listAsJson(kind.getValue());
        } else {
            listing.list(kind.getValue());
        }
        return ExitCode.SUCCESS;
    }
}
