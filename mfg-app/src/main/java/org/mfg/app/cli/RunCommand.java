package org.mfg.app.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.Guess;
import org.mfg.app.study.SolutionStart;
import org.mfg.app.study.Study;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg run}: settle what is asked, solve it, write the files. */
final class RunCommand implements GameCommand {
    private final OptionSpec start = RunOptions.text(
            "--start", "FILE", "a solution.npz to start from, on any grid of the same domain and horizon");
    private final OptionSpec figures =
            RunOptions.text("--figures", "LIST", "all, none, or names joined by commas (default all)");
    private final OptionSpec noFigures = RunOptions.flag("no figures", "--no-figures");
    private final OptionSpec noReport = RunOptions.flag("no report (index.html)", "--no-report");
    private final Console console;

    RunCommand(Console console) {
        this.console = console;
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
        return List.of(start, figures, noFigures, noReport);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        Study study = arguments.study();
        FigureChoice chosen =
                FigureChoice.of(isOff(noFigures) ? "none" : RunOptions.given(figures), study.discreteGame());
        ReportChoice report = arguments.report(!isOff(noReport));
        @Nullable Guess guess = FileName.given(start)
                .map(file -> SolutionStart.read(file, study.discreteGame()))
                .orElse(null);
        return new Solve(console, arguments.isQuiet()).run(study, guess, arguments.folder(), chosen, report);
    }

    private static boolean isOff(OptionSpec flag) {
        return RunOptions.isGiven(flag);
    }
}
