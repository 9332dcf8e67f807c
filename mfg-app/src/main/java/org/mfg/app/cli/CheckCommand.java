package org.mfg.app.cli;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.app.check.Finding;
import org.mfg.app.check.PluginCheck;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mfg check}: whether plugins keep what their interfaces promise. */
final class CheckCommand implements OwnCommand {
    private final CommandSpec spec = CommandSpec.create().addOption(Options.help());

    CheckCommand() {
        spec.usageMessage()
                .description(
                        "Checks what the jars in a folder provide: derivatives against differences, convexity and the other"
                                + " promises of the interfaces. A line for each; the exit code is 0 only if all pass:"
                                + " mfg check --plugins DIR");
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) {
        String folder = call.look().plugins();
        if (folder == null) {
            throw InvalidInputException.because(
                    "plugins", "--plugins must be given, a folder with jars: mfg check --plugins DIR");
        }
        List<Finding> findings = PluginCheck.of(call.mfg(), Mfg.load());
        if (findings.isEmpty()) {
            throw InvalidInputException.of("plugins", "be a folder with jars that provide something", folder);
        }
        Columns table = new Columns("");
        findings.forEach(f -> table.row(f.isSound() ? "PASS" : "FAIL", f.kind(), f.name(), f.text()));
        table.print(call.console().out());
        return findings.stream().allMatch(Finding::isSound) ? ExitCode.SUCCESS : ExitCode.NO_EQUILIBRIUM;
    }
}
