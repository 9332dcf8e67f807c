package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.output.ResultFields;
import org.mfg.output.exchange.NetcdfFile;
import org.mfg.output.exchange.VtkFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg export}: a result in the formats of other programs. */
final class ExportCommand implements OwnCommand {
    private static final String NETCDF = "netcdf";
    private static final String VTK = "vtk";
    private static final String STEM = "solution";

    private final PositionalParamSpec result = PositionalParamSpec.builder()
            .paramLabel("DIR")
            .type(String.class)
            .arity("1")
            .required(true)
            .index("0")
            .description("the folder of a result, with its summary.json and solution.npz")
            .build();
    private final OptionSpec to = RunOptions.text(
            "--to", "LIST", "netcdf (xarray, Julia, R), vtk (ParaView), or both joined by a comma (default both)");
    private final OptionSpec out =
            RunOptions.text("--out", "DIR", "where to write (default: the folder of the result)");
    private final CommandSpec spec = CommandSpec.create().addPositional(result);

    ExportCommand() {
        List.of(to, out, Options.help()).forEach(spec::addOption);
        spec.usageMessage()
                .description("Writes value function, density and what else a result has for other programs.")
                .sortOptions(false);
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) throws IOException {
        List<String> formats = formats();
        Path folder = FileName.of(result);
        if (!Files.isDirectory(folder)) {
            throw InvalidInputException.of("result", "be a folder that exists", folder);
        }
        Optional<Path> given = FileName.given(out);
        ResultFields fields = ResultFields.read(folder);
        Path target = OutputFolder.requireWritable(given.orElse(folder));
        List<Path> files = new ArrayList<>();
        if (formats.contains(NETCDF)) {
            Path file = target.resolve(STEM + ".nc");
            NetcdfFile.write(file, fields.set());
            files.add(file);
        }
        if (formats.contains(VTK)) {
            files.add(VtkFiles.write(target.resolve(VTK), STEM, fields.set(), fields.hasTime())
                    .get(0));
        }
        List<String> names =
                files.stream().map(file -> target.relativize(file).toString()).toList();
        call.console().out().println("wrote " + target + ": " + String.join(", ", names));
        return ExitCode.SUCCESS;
    }

    private List<String> formats() {
        String given = RunOptions.given(to);
        if (given == null) {
            return List.of(NETCDF, VTK);
        }
        List<String> formats = List.of(given.split(",", -1));
        for (String format : formats) {
            if (!List.of(NETCDF, VTK).contains(format)) {
                throw InvalidInputException.of("to", "be netcdf, vtk or both joined by a comma", "'" + given + "'");
            }
        }
        return formats;
    }
}
