package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.sensitivity.SensitivityFiles;
import org.mfg.app.sensitivity.SensitivityStudy;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg sensitivity}: derivatives of an equilibrium and of quantities in parameters of the game. */
final class SensitivityCommand implements GameCommand {
    /** The solver's tolerance unless one is asked for: what is left of a residual is an error of the derivatives. */
    private static final double TIGHT = 1e-10;

    private final OptionSpec of = QuantityOption.make(
            "--of", "a quantity, for example cost or 'mean(T)'; may be given again for another one (default: cost)");
    private final OptionSpec to =
            RunOptions.text("--to", "LIST", "real parameters of the game, joined by commas (default: all of them)");
    private final OptionSpec clear = RunOptions.flag(
            "let the game's market clear: prices move with the parameters (default: prices are given)", "--clear");
    private final Console console;

    SensitivityCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "sensitivity";
    }

    @Override
    public String description() {
        return "Differentiates a game's equilibrium, and quantities of it, with respect to parameters. The solver's tolerance is "
                + TIGHT + " unless one is given.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(of, to, clear);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        boolean clears = RunOptions.isGiven(clear);
        Study study = clears ? arguments.marketStudy() : arguments.study().withTolerance(TIGHT);
        List<Quantity> quantities =
                quantities(arguments.mfg(), study.discreteGame().game());
        List<String> parameters = parameters(study, clears ? study.market().prices() : List.of());
        console.warn(study);
        return console.work(arguments.folder(name()), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            Outcome outcome = clears ? cleared(study, progress) : study.solve(progress);
            progress.clear();
            if (!outcome.equilibrium().isConverged()) {
                console.complain("no equilibrium (" + outcome.equilibrium().status() + "): "
                        + outcome.equilibrium().message());
                return ExitCode.NO_EQUILIBRIUM;
            }
            SensitivityStudy sensitivity = SensitivityStudy.of(outcome, quantities, parameters);
            List<Path> files = SensitivityFiles.write(folder, sensitivity);
            folder.exchange(name(), "sensitivity.json");
            if (!arguments.isQuiet()) {
                print(outcome.study(), sensitivity);
                console.wrote(folder.path(), files);
            }
            return ExitCode.SUCCESS;
        });
    }

    private List<Quantity> quantities(Mfg mfg, MeanFieldGame game) {
        List<Quantity> given = QuantityOption.given(of, mfg, game);
        return given.isEmpty() ? List.of(mfg.quantity("cost", game)) : given;
    }

    private static Outcome cleared(Study study, Progress progress) {
        return Cleared.of(study, Cleared.PRICE_TOLERANCE, progress).outcome();
    }

    private List<String> parameters(Study study, List<String> prices) {
        @Nullable String given = RunOptions.given(to);
        if (given == null) {
            return SensitivityStudy.reals(study).stream()
                    .filter(name -> !prices.contains(name))
                    .toList();
        }
        List<String> names = names(to.longestName(), given);
        SensitivityStudy.requireReal(study, names);
        return names;
    }

    /** The names in a list, joined by commas, none of them twice. */
    static List<String> names(String option, String list) {
        List<String> names = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            if (names.contains(name.trim())) {
                throw InvalidInputException.of(option, "name each parameter once", name.trim() + " twice");
            }
            names.add(name.trim());
        }
        return names;
    }

    private void print(Study study, SensitivityStudy sensitivity) {
        console.out().println("game " + study.name() + SummaryTable.parameters(study.parameters()));
        DerivativeTable.print(sensitivity.rows(), console.out());
        boolean isCompared = sensitivity.rows().stream().anyMatch(row -> Double.isFinite(row.byAdjoint()));
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s; the equilibrium's residual is %.1e.",
                        isCompared
                                ? String.format(
                                        Locale.ROOT, "Tangent and adjoint agree to %.1e", sensitivity.disagreement())
                                : "By tangents alone, as no adjoint is to be had of these",
                        sensitivity.outcome().equilibrium().last().residual()));
    }
}
