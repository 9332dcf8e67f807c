package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mfg.api.equilibrium.Doubts;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.app.control.PriceOfAnarchyFiles;
import org.mfg.app.study.Study;
import org.mfg.solvers.cost.PriceOfAnarchy;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg price-of-anarchy}: the social cost of the game's equilibrium against the planner's optimum. */
final class PriceOfAnarchyCommand implements GameCommand {
    private final Console console;

    PriceOfAnarchyCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "price-of-anarchy";
    }

    @Override
    public String description() {
        return "Compares what a crowd of selfish agents pays with the optimum of a planner (mean field control).";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of();
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        Study study = arguments.study();
        console.warn(study);
        return console.work(arguments.folder(name()), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            PriceOfAnarchy price = PriceOfAnarchy.of(study.discreteGame(), study.equilibriumSolver(), progress);
            progress.clear();
            List<Path> files = PriceOfAnarchyFiles.write(folder, study, price);
            folder.exchange(name(), "price-of-anarchy.json");
            if (!arguments.isQuiet()) {
                print(study, price);
                console.wrote(folder.path(), files);
            }
            return exitCode(price);
        });
    }

    private void print(Study study, PriceOfAnarchy price) {
        console.out().println("game " + study.name() + SummaryTable.parameters(study.parameters()));
        Columns table = new Columns("");
        String cost = study.isStationary() ? "average cost" : "cost";
        table.row(
                "game's " + cost,
                number(price.gameCost()),
                price.game().status().name());
        table.row(
                "planner's " + cost,
                number(price.plannerCost()),
                price.planner().status().name());
        if (price.isOptimum()) {
            table.row("excess", number(price.excess()), "");
            table.row("price of anarchy", ratio(price.ratio()), "");
        }
        table.print(console.out());
    }

    private int exitCode(PriceOfAnarchy price) {
        complain("the game", price.game());
        complain("the planner's game", price.planner());
        if (price.isConverged() && !price.isOptimum()) {
            console.complain(
                    "no optimum of the planner: what was found costs more than the game, whose social cost is not convex."
                            + " Try another solver, or other parameters.");
        }
        return price.isOptimum() ? ExitCode.SUCCESS : ExitCode.NO_EQUILIBRIUM;
    }

    private void complain(String which, Equilibrium equilibrium) {
        if (!equilibrium.isConverged()) {
            console.complain(
                    "no equilibrium of " + which + " (" + equilibrium.status() + "): " + equilibrium.message());
        }
        for (String doubt : Doubts.of(equilibrium)) {
            console.warn("of " + which + ": " + doubt);
        }
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "none: the planner's cost is not positive" : number(ratio);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.equals("-0.000000") ? "0.000000" : text;
    }
}
