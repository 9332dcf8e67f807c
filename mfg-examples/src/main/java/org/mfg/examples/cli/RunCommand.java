package org.mfg.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.api.grid.Grid;
import org.mfg.examples.output.OutputFolder;
import org.mfg.examples.study.Outcome;
import org.mfg.examples.study.Study;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg run}: settle what is asked, solve it, write the files. */
final class RunCommand implements GameCommand {
    private final OptionSpec figures =
            RunOptions.text("--figures", "LIST", "all, none, or names joined by commas (default all)");
    private final OptionSpec noFigures = RunOptions.flag("no figures", "--no-figures");
    private final OptionSpec noReport = RunOptions.flag("no report (index.html)", "--no-report");
    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable PrintWriter terminal;

    RunCommand(PrintWriter out, PrintWriter err, @Nullable PrintWriter terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String description() {
        return "Solves a game and writes its equilibrium to a folder.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(figures, noFigures, noReport);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        Study study = arguments.study();
        FigureChoice chosen = figures(study.discreteGame().grid());
        ReportChoice report = arguments.report(!RunOptions.isGiven(noReport));
        OutputFolder folder = OutputFolder.open(arguments.folder());
        boolean quiet = arguments.isQuiet();
        try (Interrupt interrupt = new Interrupt()) {
            Progress progress = new Progress(quiet ? null : terminal, interrupt.requested());
            Outcome outcome = study.solve(progress);
            progress.clear();
            List<Path> files = write(folder, outcome, chosen, report);
            if (!quiet) {
                SummaryTable.print(outcome, out);
                out.println("wrote " + folder.path() + ": " + OutputFolder.names(files));
            }
            if (outcome.equilibrium().isConverged()) {
                return ExitCode.SUCCESS;
            }
            err.println("mfg: no equilibrium (" + outcome.equilibrium().status() + "): "
                    + outcome.equilibrium().message());
            return ExitCode.NO_EQUILIBRIUM;
        }
    }

    private FigureChoice figures(Grid grid) {
        return FigureChoice.of(RunOptions.isGiven(noFigures) ? "none" : RunOptions.given(figures), grid);
    }

    private static List<Path> write(OutputFolder folder, Outcome outcome, FigureChoice figures, ReportChoice report)
            throws IOException {
        long start = System.nanoTime();
        List<Path> files = new ArrayList<>(folder.writeData(outcome));
        files.addAll(figures.draw(folder.path(), outcome.study().discreteGame(), outcome.equilibrium()));
        files.addAll(report.write(folder, outcome));
        files.add(folder.writeSummary(outcome, (System.nanoTime() - start) * 1e-9));
        return files;
    }
}
