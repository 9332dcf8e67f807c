package org.mfg.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.examples.output.OutputFolder;
import org.mfg.examples.study.Outcome;
import org.mfg.examples.study.Study;

/** {@code mfg run}: settle what is asked, solve it, write the files. */
final class RunCommand {
    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable PrintWriter terminal;

    RunCommand(PrintWriter out, PrintWriter err, @Nullable PrintWriter terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs with the arguments that have been parsed; returns the exit code. */
    int run(RunArguments arguments) throws IOException {
        Study study = arguments.study();
        FigureChoice figures = arguments.figures(study.discreteGame().grid());
        ReportChoice report = arguments.report();
        OutputFolder folder = OutputFolder.open(arguments.folder());
        boolean quiet = arguments.isQuiet();
        try (Interrupt interrupt = new Interrupt()) {
            Progress progress = new Progress(quiet ? null : terminal, interrupt.requested());
            Outcome outcome = study.solve(progress);
            progress.clear();
            List<Path> files = write(folder, outcome, figures, report);
            if (!quiet) {
                SummaryTable.print(outcome, out);
                out.println("wrote " + folder.path() + ": " + names(files));
            }
            if (outcome.equilibrium().isConverged()) {
                return ExitCode.SUCCESS;
            }
            err.println("mfg: no equilibrium (" + outcome.equilibrium().status() + "): "
                    + outcome.equilibrium().message());
            return ExitCode.NO_EQUILIBRIUM;
        }
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

    private static String names(List<Path> files) {
        return String.join(
                ", ", files.stream().map(f -> f.getFileName().toString()).toList());
    }
}
