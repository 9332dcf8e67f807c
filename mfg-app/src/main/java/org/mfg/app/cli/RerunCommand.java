package org.mfg.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mfg.api.InvalidInputException;
import org.mfg.app.output.GameText;
import org.mfg.app.output.Summary;
import org.mfg.app.output.Version;
import org.mfg.app.study.Source;
import org.mfg.app.study.Study;
import org.mfg.app.yaml.GameFile;
import org.mfg.output.figure.Style;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg rerun}: what a summary.json tells, once more. */
final class RerunCommand implements OwnCommand {
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .paramLabel("SUMMARY.json-or-DIR")
            .type(String.class)
            .arity("1")
            .required(true)
            .index("0")
            .description("the summary.json of a run, or its folder")
            .build();
    private final OptionSpec out = RunOptions.text(
            "--out", "DIR", "where to write (default: a folder in out named after the game and the command)");
    private final OptionSpec noReport = RunOptions.flag("no report (index.html)", "--no-report");
    private final FigureStyle style = new FigureStyle();
    private final OptionSpec quiet =
            RunOptions.flag("print nothing but errors: results are in the files", "-q", "--quiet");
    private final CommandSpec spec = CommandSpec.create().addPositional(file);

    RerunCommand() {
        spec.addOption(out);
        style.options().forEach(spec::addOption);
        List.of(noReport, quiet, Options.help()).forEach(spec::addOption);
        spec.usageMessage()
                .description(
                        "Runs again what a summary.json tells: the same game, parameters, grid, discretisation and"
                                + " solver. The numbers are the same bit for bit, by the same version on the same kind of machine.")
                .sortOptions(false);
    }

    @Override
    public String name() {
        return "rerun";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) throws IOException {
        Optional<Path> given = FileName.given(out);
        Style look = style.given();
        Path named = FileName.of(file);
        Path path = Files.isDirectory(named) ? named.resolve("summary.json") : named;
        Summary summary = Summary.read(path);
        Study study = study(call, summary, path);
        FigureChoice figures = FigureChoice.of(look, null, study.discreteGame());
        ReportChoice report =
                ReportChoice.of(!RunOptions.isGiven(noReport), call.look().args(), summary.gameFile());
        if (!summary.commit().equals(Version.commit())) {
            call.console().complain("the summary is of commit " + summary.commit() + ", this is " + Version.commit());
        }
        boolean isQuiet = RunOptions.isGiven(quiet);
        Path folder = given.orElse(Path.of("out", study.name() + "-" + name()));
        return new Solve(call.console(), look, isQuiet, List.of(), null)
                .run(study, null, folder, figures, report, OptionalDouble.empty());
    }

    private static Study study(Call call, Summary summary, Path path) {
        Mfg mfg = call.mfg();
        try {
            Source source = source(mfg, summary);
            return Study.of(
                    mfg,
                    source.game(),
                    new Study.Request(
                            summary.parameters(),
                            summary.grid(),
                            summary.choice("discretization"),
                            summary.choice("solver")));
        } catch (InvalidInputException e) {
            boolean mayBePlugin = call.look().plugins() == null && isUnknownName(e);
            throw (mayBePlugin ? e.at("if the run had it from a plugin, give --plugins as the run did") : e)
                    .at(path.toString());
        }
    }

    /** Whether nothing provides what the summary names. */
    private static boolean isUnknownName(InvalidInputException e) {
        return Listing.KINDS.contains(e.field() + "s")
                && String.valueOf(e.getMessage()).startsWith("unknown " + e.field());
    }

    private static Source source(Mfg mfg, Summary summary) {
        Optional<GameText> file = summary.gameFile();
        if (file.isEmpty()) {
            return Source.of(mfg.games().provider(summary.game()));
        }
        Path as = file.get().folder().resolve(summary.game() + ".yaml");
        return GameFile.parse(file.get().text().getBytes(StandardCharsets.UTF_8), as, mfg);
    }
}
