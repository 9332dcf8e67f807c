package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mfg.api.MfgException;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.output.Checkpoint;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.output.StatisticsFiles;
import org.mfg.app.report.Report;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.output.figure.Figures;
import org.mfg.output.figure.Style;
import org.mfg.solvers.errorbars.ErrorBars;

/**
 * Solves what is settled, writes the files and tells the user.
 *
 * @param console where it speaks
 * @param style the look of figures
 * @param isQuiet whether to print nothing but errors
 * @param quantities what is told of an equilibrium besides
 * @param bars finds error bars of these; null for none
 */
record Solve(
        Console console,
        Style style,
        boolean isQuiet,
        List<Quantity> quantities,
        @Nullable ErrorBars bars) {

    /**
     * Solves; returns the exit code.
     *
     * @param start where the solver starts; null for its own choice
     * @param path the folder to write to
     * @param checkpoint the seconds between two iterates that are kept while it solves; empty to keep none
     */
    int run(
            Study study,
            @Nullable Guess start,
            Path path,
            FigureChoice figures,
            ReportChoice report,
            OptionalDouble checkpoint)
            throws IOException {
        console.warn(study);
        study.memory().inWords().filter(words -> !isQuiet).ifPresent(console::complain);
        return console.work(path, style, isQuiet, (folder, progress) -> {
            progress.aimAt(study);
            Checkpoint kept =
                    checkpoint.isPresent() ? new Checkpoint(path, study, checkpoint.getAsDouble(), progress) : null;
            Outcome outcome =
                    withBars(study.solve(start, kept == null ? progress : kept).telling(quantities), progress);
            progress.clear();
            if (kept != null) {
                kept.trouble().ifPresent(console::warn);
            }
            List<Path> files = write(folder, outcome, figures, report);
            exchange(folder);
            if (outcome.equilibrium().status() != Status.CANCELLED) {
                Checkpoint.remove(path);
            }
            if (!isQuiet) {
                SummaryTable.print(outcome, console.out());
                study.warning().ifPresent(warning -> console.out().println("warning: " + warning));
                console.wrote(folder.path(), files);
            }
            if (outcome.equilibrium().isConverged()) {
                study.warnings(outcome.equilibrium()).forEach(console::warn);
                return ExitCode.SUCCESS;
            }
            console.complain("no equilibrium (" + outcome.equilibrium().status() + "): "
                    + outcome.equilibrium().message());
            return ExitCode.NO_EQUILIBRIUM;
        });
    }

    /** The outcome with its error bars, if they are asked for and it is an equilibrium. */
    private Outcome withBars(Outcome outcome, Monitor progress) {
        if (bars == null) {
            return outcome;
        }
        if (!outcome.equilibrium().isConverged()) {
            console.warn("no error bars, since there is no equilibrium");
            return outcome;
        }
        try {
            return outcome.with(bars.of(outcome.equilibrium(), quantities, progress));
        } catch (MfgException refused) {
            console.warn("no error bars: " + refused.getMessage());
            return outcome;
        }
    }

    /** Puts the files of a solve into place, and those of an earlier one away. */
    static void exchange(OutputFolder folder) throws IOException {
        List<String> others = new ArrayList<>(Figures.fileNames());
        others.addAll(StatisticsFiles.NAMES);
        others.add(Report.FILE);
        folder.exchangeRun(others);
    }

    /** Writes the files of a solve; returns their paths. */
    static List<Path> write(OutputFolder folder, Outcome outcome, FigureChoice figures, ReportChoice report)
            throws IOException {
        long start = System.nanoTime();
        List<Path> files = new ArrayList<>(folder.writeData(outcome));
        files.addAll(StatisticsFiles.write(folder, outcome, figures.told()));
        files.addAll(figures.draw(folder, outcome.study().discreteGame(), outcome.equilibrium()));
        files.addAll(report.write(folder, outcome));
        files.add(folder.writeSummary(outcome, report.gameFile(), (System.nanoTime() - start) * 1e-9));
        return files;
    }
}
