package org.mfg.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.mfg.api.spi.Names;
import org.mfg.app.output.JsonText;
import org.mfg.app.yaml.GameSchema;
import org.mfg.app.yaml.SweepSchema;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg schema}: what files may say, for editors. */
final class SchemaCommand implements OwnCommand {
    private static final Map<String, Function<Mfg, Map<String, Object>>> KINDS = kinds();

    private final PositionalParamSpec kind = PositionalParamSpec.builder()
            .paramLabel("KIND")
            .type(String.class)
            .arity("1")
            .required(true)
            .completionCandidates(KINDS.keySet())
            .description("the kind of file: " + String.join(" or ", KINDS.keySet()))
            .build();
    private final CommandSpec spec = CommandSpec.create().addPositional(kind).addOption(Options.help());

    SchemaCommand() {
        spec.usageMessage()
                .description(
                        "Prints the JSON Schema of game files or sweep files, by which editors complete and check them, with the names and"
                                + " parameters of all there is, plugins included: mfg schema game > game.schema.json");
    }

    private static Map<String, Function<Mfg, Map<String, Object>>> kinds() {
        Map<String, Function<Mfg, Map<String, Object>>> kinds = new LinkedHashMap<>();
        kinds.put("game", GameSchema::of);
        kinds.put("sweep", SweepSchema::of);
        return kinds;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) {
        String name = String.valueOf(kind.<String>getValue());
        Function<Mfg, Map<String, Object>> schema = KINDS.get(name);
        if (schema == null) {
            throw Names.unknown("kind of file", name, KINDS.keySet());
        }
        call.console().out().println(JsonText.of(schema.apply(call.mfg())));
        return ExitCode.SUCCESS;
    }
}
