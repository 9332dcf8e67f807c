package org.mfg.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mfg serve}: many calls in one process, for programs such as the Python package. */
final class ServeCommand implements OwnCommand {
    static final String NAME = "serve";

    private final CommandSpec spec = CommandSpec.create().addOption(Options.help());

    ServeCommand() {
        spec.usageMessage()
                .description(
                        "Answers calls from its input, for programs that make many of them: a line of JSON with the arguments,"
                                + " [\"run\", \"tutorial\"], is answered by a line {\"code\": 0, \"out\": \"...\", \"err\": \"...\"}."
                                + " Ends with its input.");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    /** What a plugin or a library prints must not come between the answers. */
    @Override
    public int run(Call call) throws IOException {
        System.setOut(System.err);
        Answers.toAll(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                call.console().out());
        return ExitCode.SUCCESS;
    }
}
