package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.equilibria.EquilibriaFiles;
import org.mfg.app.study.Study;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.deflation.EquilibriumSearch;
import org.mfg.solvers.deflation.FoundEquilibrium;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg equilibria}: looks for several equilibria of a game. */
final class EquilibriaCommand implements GameCommand {
    private static final Parameter STARTS =
            Parameter.integer("starts", 8, Range.between(1, 10_000), "places from where to search");
    private static final Parameter MOST =
            Parameter.integer("most", 20, Range.between(1, 1000), "equilibria after which the search ends");

    private final OptionSpec starts = option(STARTS);
    private final OptionSpec most = option(MOST);
    private final OptionSpec quantity = QuantityOption.make(
            "--quantity", "a quantity to tell them apart; may be given again for another one (default: cost)");
    private final Console console;

    EquilibriaCommand(Console console) {
        this.console = console;
    }

    private static OptionSpec option(Parameter parameter) {
        return RunOptions.text("--" + parameter.name(), "N", Declared.sentence(parameter));
    }

    private static int value(OptionSpec option, Parameter parameter) {
        @Nullable String given = RunOptions.given(option);
        return ((Long) (given == null ? parameter.defaultValue() : parameter.parse(given))).intValue();
    }

    @Override
    public String name() {
        return "equilibria";
    }

    @Override
    public String description() {
        return "Looks for several equilibria of a game by Newton's method with deflation, and tells which are stable under best responses.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(starts, most, quantity);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        Study study = arguments.study();
        int starts = value(this.starts, STARTS);
        EquilibriumSearch search = new EquilibriumSearch(
                study.discreteGame(),
                arguments.mfg().solver("newton", Map.of("levels", 1L, "continuation", false)),
                starts,
                value(most, MOST));
        List<Quantity> quantities =
                quantities(arguments.mfg(), study.discreteGame().game());
        console.warn(study);
        return console.work(arguments.folder(name()), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            List<FoundEquilibrium> found = search.run(progress);
            progress.clear();
            List<Path> files = EquilibriaFiles.write(folder, study, found, quantities);
            folder.exchange(name(), "equilibria.json");
            if (!arguments.isQuiet()) {
                print(study, found, quantities, starts);
                console.wrote(folder.path(), files);
            }
            for (int k = 0; k < found.size(); k++) {
                for (String doubt : study.warnings(found.get(k).equilibrium())) {
                    console.warn("of number " + (k + 1) + ": " + doubt);
                }
            }
            if (found.isEmpty()) {
                console.complain(
                        "from no start did Newton's steps, damped or full, come to an equilibrium: mfg run tells how one solve ends;"
                                + " more viscosity or more --starts may help");
            }
            return found.isEmpty() ? ExitCode.NO_EQUILIBRIUM : ExitCode.SUCCESS;
        });
    }

    private List<Quantity> quantities(Mfg mfg, MeanFieldGame game) {
        List<Quantity> given = QuantityOption.given(quantity, mfg, game);
        return given.isEmpty() ? List.of(mfg.quantity("cost", game)) : given;
    }

    private void print(Study study, List<FoundEquilibrium> found, List<Quantity> quantities, int starts) {
        console.out().println("game " + study.name() + SummaryTable.parameters(study.parameters()));
        Columns table = new Columns("");
        String[] header = new String[quantities.size() + 4];
        header[0] = "";
        for (int q = 0; q < quantities.size(); q++) {
            header[q + 1] = quantities.get(q).name();
        }
        header[header.length - 3] = "exploitability";
        header[header.length - 2] = "growth";
        header[header.length - 1] = "best responses";
        table.row(header);
        for (int k = 0; k < found.size(); k++) {
            FoundEquilibrium f = found.get(k);
            String[] row = new String[header.length];
            row[0] = Integer.toString(k + 1);
            for (int q = 0; q < quantities.size(); q++) {
                row[q + 1] = String.format(
                        Locale.ROOT,
                        "%.10g",
                        quantities
                                .get(q)
                                .value(
                                        study.discreteGame(),
                                        f.equilibrium().u(),
                                        f.equilibrium().m()));
            }
            row[row.length - 3] =
                    String.format(Locale.ROOT, "%.1e", f.equilibrium().last().exploitability());
            row[row.length - 2] =
                    String.format(Locale.ROOT, "%.4f", f.bestResponses().growth());
            row[row.length - 1] = f.bestResponses().isStable() ? "stable" : "unstable";
            table.row(row);
        }
        table.print(console.out());
        console.out()
                .println("Found " + found.size() + " from " + starts
                        + " starts. There may be more: that a search finds no other proves nothing.");
    }
}
