package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.fit.DataFile;
import org.mfg.app.fit.FitFiles;
import org.mfg.app.fit.FitStudy;
import org.mfg.app.fit.FitWarnings;
import org.mfg.app.sensitivity.SensitivityStudy;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Study;
import org.mfg.solvers.calibration.ClearedEconomy;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.GridBias;
import org.mfg.solvers.calibration.Observations;
import org.mfg.solvers.calibration.PositionObservations;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg fit}: parameters of a game from what was observed of its crowd. */
final class FitCommand implements GameCommand {
    private static final double TIGHT = 1e-10;

    private static final Parameter STARTS =
            Parameter.integer("starts", 1, Range.between(1, 1000), "starts, the first at the game's own values");

    private final OptionSpec data = RunOptions.text(
            "--data",
            "FILE",
            "what was observed, in NumPy (.npz) or CSV: densities as in solution.npz, positions of agents, or quantities such as mean(0.5)");
    private final OptionSpec parameters =
            RunOptions.text("--parameters", "LIST", "real parameters to find, joined by commas");
    private final OptionSpec clear = RunOptions.flag(
            "let the game's market clear: prices move with the parameters, and they and what the market counts may be data (default: prices are given)",
            "--clear");
    private final OptionSpec starts = RunOptions.text("--" + STARTS.name(), "N", Declared.sentence(STARTS));
    private final RunningCostSearch search;
    private final Console console;

    FitCommand(Console console) {
        this.console = console;
        search = new RunningCostSearch(console);
    }

    @Override
    public String name() {
        return "fit";
    }

    @Override
    public String description() {
        return "Finds parameters of a game from observed densities, moments or positions of agents, with standard errors, or a running cost that nobody told. The solver's tolerance is "
                + TIGHT + " unless one is given.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(data, parameters, clear, starts, search.flag, search.noise, search.regularization);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        requireOneSearch();
        boolean clears = RunOptions.isGiven(clear);
        Study study = clears ? arguments.marketStudy() : arguments.study().withTolerance(TIGHT);
        Observations observed = DataFile.read(
                FileName.given(data).orElseThrow(() -> missing(data)),
                arguments.mfg(),
                study.discreteGame(),
                clears ? ClearedEconomy.numbers(study.market(), study.parameters()) : List.of());
        if (RunOptions.isGiven(search.flag)) {
            console.warn(study);
            return search.run(arguments, study, observed, name());
        }
        List<String> names = SensitivityCommand.names("--parameters", required(parameters));
        SensitivityStudy.requireReal(study, names);
        if (clears) {
            requireNoPrices(study, names);
        }
        @Nullable String given = RunOptions.given(starts);
        int count = ((Long) (given == null ? STARTS.defaultValue() : STARTS.parse(given))).intValue();
        console.warn(study);
        return console.work(arguments.folder(name()), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            Study from = study;
            if (clears) {
                Cleared cleared = Cleared.of(study, Cleared.PRICE_TOLERANCE, progress);
                if (!cleared.market().isCleared()) {
                    progress.clear();
                    console.complain("no fit: " + cleared.market().message());
                    return ExitCode.NO_EQUILIBRIUM;
                }
                from = cleared.study();
            }
            Fit fit;
            try {
                fit = FitStudy.best(from, names, clears, observed, count, progress);
            } catch (NumericalFailureException e) {
                progress.clear();
                console.complain("no fit: " + e.getMessage());
                return ExitCode.NO_EQUILIBRIUM;
            }
            double[] byTheGrid = GridBias.of(fit, progress);
            progress.clear();
            List<Path> files = FitFiles.write(folder, study, fit, byTheGrid);
            folder.exchange(name(), "fit.json");
            if (!arguments.isQuiet()) {
                print(study, fit, byTheGrid, clears);
                console.wrote(folder.path(), files);
            }
            FitWarnings.of(fit, byTheGrid).forEach(console::warn);
            return ExitCode.SUCCESS;
        });
    }

    private void requireOneSearch() {
        boolean isCost = RunOptions.isGiven(search.flag);
        if (isCost && RunOptions.isGiven(clear)) {
            throw InvalidInputException.because("--clear", "--clear must come without " + search.flag.longestName());
        }
        for (OptionSpec option : isCost ? List.of(parameters, starts) : List.of(search.noise, search.regularization)) {
            if (RunOptions.given(option) != null) {
                throw InvalidInputException.because(
                        option.longestName(),
                        option.longestName() + " must come " + (isCost ? "without " : "with ")
                                + search.flag.longestName());
            }
        }
    }

    private static void requireNoPrices(Study study, List<String> names) {
        for (String price : study.market().prices()) {
            if (names.contains(price)) {
                throw InvalidInputException.of("--parameters", "name no prices, which the market sets", price);
            }
        }
    }

    private static String required(OptionSpec option) {
        @Nullable String given = RunOptions.given(option);
        if (given == null) {
            throw missing(option);
        }
        return given;
    }

    private static InvalidInputException missing(OptionSpec option) {
        return InvalidInputException.because(option.longestName(), option.longestName() + " must be given");
    }

    private void print(Study study, Fit fit, double[] byTheGrid, boolean clears) {
        Columns table = new Columns("");
        table.row("parameter", "start", "value", "standard error", "95 %", "by the grid");
        double[] half = fit.halfIntervals();
        for (int k = 0; k < half.length; k++) {
            double value = fit.values()[k];
            table.row(
                    fit.free().get(k).name(),
                    number(fit.free().get(k).start()),
                    number(value),
                    String.format(Locale.ROOT, "%.1e", fit.standardErrors()[k]),
                    number(value - half[k]) + " to " + number(value + half[k]),
                    Double.isNaN(byTheGrid[k]) ? "" : String.format(Locale.ROOT, "%.1e", byTheGrid[k]));
        }
        if (clears) {
            List<String> told = ClearedEconomy.numbers(study.market(), study.parameters());
            for (int k = 0; k < told.size(); k++) {
                table.row(told.get(k), "", number(fit.ofMarket()[k]));
            }
        }
        table.print(console.out());
        console.out().println(summary(fit, clears));
    }

    private static String summary(Fit fit, boolean clears) {
        int count = fit.data().count();
        String what = fit.data() instanceof PositionObservations positions
                ? String.format(Locale.ROOT, "%d positions of %d agents", count, positions.agents())
                : fit.data().haveKnownErrors()
                        ? String.format(
                                Locale.ROOT,
                                "%d observations with a χ² of %.4g for %d degrees of freedom, of probability %.2g",
                                count,
                                fit.sumOfSquares(),
                                fit.degreesOfFreedom(),
                                fit.probability())
                        : String.format(
                                Locale.ROOT,
                                "%d observations with a standard deviation of %.3g",
                                count,
                                fit.deviation());
        return what + "; " + fit.solves() + (clears ? " markets cleared." : " games solved.");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }
}
