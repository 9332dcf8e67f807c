package org.mfg.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.output.Checkpoint;
import org.mfg.app.study.SolutionStart;
import org.mfg.app.study.Study;
import org.mfg.output.figure.Style;
import org.mfg.solvers.errorbars.ErrorBars;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg run}: settle what is asked, solve it, write the files. */
final class RunCommand implements GameCommand {
    private final OptionSpec start = RunOptions.text(
            "--start", "FILE", "a solution.npz to start from, on any grid of the same domain and horizon");
    private final OptionSpec checkpoint = RunOptions.text(
            "--checkpoint", "TIME", "keep the iterate so often, 30s, 5m or 1h, for --resume (on the finest grid)");
    private final OptionSpec resume =
            RunOptions.flag("go on from the iterate that --checkpoint kept in the folder, if there is one", "--resume");
    private final OptionSpec quantity = QuantityOption.make(
            "--quantity",
            "a number to tell of the equilibrium, for example 'mean(T)' or 'integral(m*x)'; may be given again for another one");
    private final OptionSpec errorBars = RunOptions.flag(
            "say how far quantities are from those of the continuous game: of those that are given, or all that the game lists",
            "--error-bars");
    private final OptionSpec figures =
            RunOptions.text("--figures", "LIST", "all, none, or names joined by commas (default all)");
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
        return List.of(start, checkpoint, resume, quantity, errorBars, figures, noReport);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        Study study = arguments.study();
        Style style = arguments.style();
        FigureChoice chosen = FigureChoice.of(style, RunOptions.given(figures), study.discreteGame());
        ReportChoice report = arguments.report(!isOn(noReport));
        OptionalDouble interval = interval();
        List<Quantity> quantities = QuantityOption.given(
                quantity, arguments.mfg(), study.discreteGame().game());
        @Nullable ErrorBars bars = isOn(errorBars) ? study.errorBars() : null;
        if (bars != null && quantities.isEmpty()) {
            quantities =
                    QuantityOption.listed(arguments.mfg(), study.discreteGame().game());
        }
        @Nullable Guess guess = FileName.given(start)
                .map(file -> SolutionStart.read(file, study.discreteGame()))
                .orElse(null);
        if (isOn(resume)) {
            Optional<Guess> kept = Checkpoint.read(arguments.folder(), study);
            if (kept.isEmpty()) {
                console.complain("no checkpoint in " + arguments.folder() + ": the solve begins anew");
            }
            guess = kept.orElse(guess);
        }
        return new Solve(console, style, arguments.isQuiet(), quantities, bars)
                .run(study, guess, arguments.folder(), chosen, report, interval);
    }

    /** The seconds between two checkpoints; empty for none. */
    private OptionalDouble interval() {
        String given = RunOptions.given(checkpoint);
        OptionalDouble seconds = given == null ? OptionalDouble.empty() : Seconds.parse(given);
        if (given != null && seconds.isEmpty()) {
            throw InvalidInputException.of("checkpoint", "be a time such as 30s, 5m or 1h", "'" + given + "'");
        }
        return seconds;
    }

    private static boolean isOn(OptionSpec flag) {
        return RunOptions.isGiven(flag);
    }
}
