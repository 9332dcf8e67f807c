package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.fit.RunningCostFiles;
import org.mfg.app.study.Study;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Observations;
import org.mfg.solvers.calibration.RunningCostFit;
import org.mfg.solvers.calibration.RunningCostFit.Found;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg fit --running-cost}: a running cost f(x) that nobody told, beside the game's own. */
final class RunningCostSearch {
    private static final Parameter NOISE = Parameter.real(
            "noise",
            0.01,
            Range.above(0),
            "",
            "the standard deviation of the data's errors, to which a running cost is fitted; without it those in the data, else cross-validation");
    private static final Parameter REGULARIZATION = Parameter.real(
            "regularization",
            1,
            Range.above(0),
            "",
            "the weight of half the integral of its slope squared, in place of --noise");

    final OptionSpec flag = RunOptions.flag(
            "find a running cost f(x), added to the game's own, in place of parameters", "--running-cost");
    final OptionSpec noise = option(NOISE);
    final OptionSpec regularization = option(REGULARIZATION);
    private final Console console;

    RunningCostSearch(Console console) {
        this.console = console;
    }

    private static OptionSpec option(Parameter parameter) {
        return RunOptions.text("--" + parameter.name(), "NUMBER", parameter.description());
    }

    int run(RunArguments arguments, Study study, Observations observed, String command) throws IOException {
        if (!(observed instanceof DensityObservations densities)) {
            throw InvalidInputException.because(flag.longestName(), "--running-cost must come with densities as data");
        }
        OptionalDouble deviation = number(noise, NOISE);
        OptionalDouble weight = number(regularization, REGULARIZATION);
        if (deviation.isPresent() && (weight.isPresent() || densities.haveKnownErrors())) {
            throw InvalidInputException.because(
                    noise.longestName(), "--noise must come without --regularization and with data without errors");
        }
        return console.work(arguments.folder(command), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            Found found;
            RunningCostFit fit;
            try {
                fit = new RunningCostFit(study.discreteGame(), densities, study.equilibriumSolver(), progress);
                found = found(fit, deviation, weight, densities.haveKnownErrors());
            } catch (NumericalFailureException e) {
                progress.clear();
                console.complain("no fit: " + e.getMessage());
                return ExitCode.NO_EQUILIBRIUM;
            }
            progress.clear();
            List<Path> files = RunningCostFiles.write(folder, study, densities, found, fit.trials());
            folder.exchange(command, "fit.json");
            if (!arguments.isQuiet()) {
                console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "%d observations, residuals of %.3g, regularization %.3g; %d games solved.",
                                found.residuals().length,
                                found.deviation(),
                                found.regularization(),
                                found.solves()));
                console.wrote(folder.path(), files);
            }
            return ExitCode.SUCCESS;
        });
    }

    /** By the weight if it is given, else by the discrepancy principle if errors are known, else by cross-validation. */
    private static Found found(
            RunningCostFit fit, OptionalDouble deviation, OptionalDouble weight, boolean haveKnownErrors) {
        if (weight.isPresent()) {
            return fit.fit(weight.getAsDouble());
        }
        return deviation.isPresent() || haveKnownErrors ? fit.fitTo(deviation.orElse(1)) : fit.fitByCrossValidation();
    }

    private static OptionalDouble number(OptionSpec option, Parameter parameter) {
        @Nullable String given = RunOptions.given(option);
        return given == null ? OptionalDouble.empty() : OptionalDouble.of((Double) parameter.parse(given));
    }
}
