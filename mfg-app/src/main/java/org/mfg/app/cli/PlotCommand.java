package org.mfg.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.plot.RunsTable;
import org.mfg.output.figure.Cells;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.output.figure.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg plot}: a figure of the runs of a sweep or comparison. */
final class PlotCommand implements OwnCommand {
    private final PositionalParamSpec runs = PositionalParamSpec.builder()
            .paramLabel("DIR-or-CSV")
            .type(String.class)
            .arity("1")
            .required(true)
            .index("0")
            .description("the folder of a sweep or a comparison, or its table")
            .build();
    private final OptionSpec x = required("--x", "the column along the horizontal axis");
    private final OptionSpec y = required("--y", "the column along the vertical axis");
    private final OptionSpec value =
            RunOptions.text("--value", "NAME", "a column to show as colours over x and y, for a heat map");
    private final OptionSpec colour =
            RunOptions.text("--colour", "NAME", "a column with a line for each of its values");
    private final OptionSpec where = OptionSpec.builder("--where")
            .paramLabel("NAME=VALUE")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description("only the runs with this value; may be given again")
            .build();
    private final OptionSpec logX = RunOptions.flag("a logarithmic horizontal axis", "--log-x");
    private final OptionSpec logY = RunOptions.flag("a logarithmic vertical axis", "--log-y");
    private final FigureStyle style = new FigureStyle();
    private final OptionSpec out = RunOptions.text("--out", "DIR", "where to write (default: beside the table)");
    private final CommandSpec spec = CommandSpec.create().addPositional(runs);

    PlotCommand() {
        List.of(x, y, value, colour, where, logX, logY, style.file, out, Options.help())
                .forEach(spec::addOption);
        spec.usageMessage()
                .description("Draws a column of a table of runs against others, as PNG, SVG and PDF.")
                .sortOptions(false);
    }

    private static OptionSpec required(String name, String description) {
        return Options.text(name)
                .paramLabel("NAME")
                .required(true)
                .description(description)
                .build();
    }

    @Override
    public String name() {
        return "plot";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) throws IOException {
        PrintWriter output = call.console().out();
        Optional<Path> folder = FileName.given(out);
        Path path = FileName.of(runs);
        Style look = style.given();
        RunsTable table = RunsTable.read(path);
        table.note().ifPresent(call.console()::complain);
        @Nullable List<String> filters = where.getValue();
        for (String filter : filters == null ? List.<String>of() : filters) {
            int at = filter.indexOf('=');
            if (at <= 0) {
                throw InvalidInputException.of("--where", "be NAME=VALUE", filter);
            }
            table = table.where(filter.substring(0, at), filter.substring(at + 1));
        }
        String note = table.shortfall();
        List<Path> files = draw(table, () -> new StudyFigures(folder(folder, path), look).under(note));
        if (!note.isEmpty()) {
            output.println(note);
        }
        output.println("wrote " + files.get(0).getParent() + ": " + OutputFolder.names(files));
        return ExitCode.SUCCESS;
    }

    private static Path folder(Optional<Path> given, Path runs) {
        Path beside = Files.isDirectory(runs) ? runs : runs.toAbsolutePath().resolveSibling("");
        return OutputFolder.requireWritable(given.orElse(beside));
    }

    /** The folder is made when it is known that there is something to draw. */
    private List<Path> draw(RunsTable table, Supplier<StudyFigures> figures) throws IOException {
        String xName = String.valueOf(RunOptions.given(x));
        String yName = String.valueOf(RunOptions.given(y));
        String shown = RunOptions.given(value);
        String third = RunOptions.given(colour);
        if (shown != null) {
            if (third != null) {
                throw InvalidInputException.because("--value", "--value makes a heat map: leave out --colour");
            }
            Cells cells = table.cells(xName, yName, shown, RunOptions.isGiven(logX), RunOptions.isGiven(logY));
            return figures.get().cells(stem(shown, xName, yName), cells);
        }
        List<Curve> curves = table.curves(xName, yName, third == null ? "" : third);
        return figures.get()
                .lines(stem(yName, xName), xName, yName, curves, RunOptions.isGiven(logX), RunOptions.isGiven(logY));
    }

    private static String stem(String... names) {
        return Stream.concat(Stream.of("plot"), Stream.of(names))
                .map(name -> name.replaceAll("[^A-Za-z0-9.-]+", "-"))
                .reduce((a, b) -> a + "-" + b)
                .orElseThrow();
    }
}
