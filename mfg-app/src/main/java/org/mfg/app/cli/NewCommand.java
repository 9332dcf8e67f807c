package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.mfg.api.InvalidInputException;
import org.mfg.app.project.PluginKind;
import org.mfg.app.project.PluginProject;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg new}: a project to begin with. */
final class NewCommand implements OwnCommand {
    private static final String PLUGIN = "plugin";

    private final PositionalParamSpec what = positional(0, PLUGIN, "what to make: " + PLUGIN);
    private final PositionalParamSpec plugin =
            positional(1, "NAME", "the name that users will write: lower case words joined by hyphens");
    private final OptionSpec kind = Options.text("--kind")
            .paramLabel("KIND")
            .required(true)
            .completionCandidates(PluginKind.names())
            .description("what it provides: " + String.join(", ", PluginKind.names()))
            .build();
    private final OptionSpec packageName =
            RunOptions.text("--package", "NAME", "its Java package (default com.example)");
    private final OptionSpec out =
            RunOptions.text("--out", "DIR", "the folder to make (default: one with the name of the plugin)");
    private final CommandSpec spec = CommandSpec.create()
            .addPositional(what)
            .addPositional(plugin)
            .addOption(kind)
            .addOption(packageName)
            .addOption(out)
            .addOption(Options.help());

    NewCommand() {
        spec.usageMessage()
                .description(
                        "Writes the project of a plugin that works, to change: mfg new plugin my-cost --kind coupling."
                                + " A JDK alone builds it (java Build.java), or Maven.");
    }

    private static PositionalParamSpec positional(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .required(true)
                .index(Integer.toString(index))
                .description(description)
                .build();
    }

    @Override
    public String name() {
        return "new";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) throws IOException {
        if (!PLUGIN.equals(what.<String>getValue())) {
            throw InvalidInputException.of("what to make", "be " + PLUGIN, what.<String>getValue());
        }
        String name = plugin.getValue();
        PluginProject project = new PluginProject(
                PluginKind.named(kind.getValue()),
                name,
                Objects.requireNonNullElse(RunOptions.given(packageName), "com.example"));
        Path folder = FileName.given(out).orElse(Path.of(name));
        project.write(folder);
        call.console().out().println("wrote " + folder + "; its README.md tells how to build and use it");
        return ExitCode.SUCCESS;
    }
}
