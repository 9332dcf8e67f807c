package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mfg.api.MfgException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.market.MarketFiles;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.solvers.errorbars.ErrorBar;
import org.mfg.solvers.errorbars.GridBars;
import org.mfg.solvers.market.ClearedMarket;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg clear}: the prices at which the market of a game clears, and the game's equilibrium there. */
final class ClearCommand implements GameCommand {
    private static final Parameter TOLERANCE = Parameter.real(
            "price-tolerance", Cleared.PRICE_TOLERANCE, Range.above(0), "", "how far from the root a price may be");

    /** Numbers below it are 0, as what agents save in the mean is where a market clears. */
    private static final double ROUNDING = 1e-12;

    private final OptionSpec tolerance = RunOptions.text(
            "--" + TOLERANCE.name(), "X", TOLERANCE.description() + " (default " + TOLERANCE.defaultValue() + ")");
    private final OptionSpec errorBars = RunOptions.flag(
            "say how far prices and all numbers that are told are from those of the continuous game: the market is cleared on two coarser grids besides",
            "--error-bars");
    private final OptionSpec noReport = RunOptions.flag("no report (index.html)", "--no-report");
    private final Console console;

    ClearCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "clear";
    }

    @Override
    public String description() {
        return "Finds the prices at which the market of a game clears, and writes the equilibrium there. The solver's tolerance is "
                + Cleared.TIGHT + " where that can be had, unless one is given.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(tolerance, errorBars, noReport);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        Study asked = arguments.marketStudy();
        console.warn(asked);
        Market market = asked.market();
        String given = RunOptions.given(tolerance);
        double within = (Double) (given == null ? TOLERANCE.defaultValue() : TOLERANCE.parse(given));
        ReportChoice report = arguments.report(!RunOptions.isGiven(noReport));
        if (RunOptions.isGiven(errorBars)) {
            GridBars.require(asked.discreteGame());
        }
        return console.work(arguments.folder(name()), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            Cleared found = Cleared.of(asked, within, progress);
            progress.clear();
            ClearedMarket cleared = found.market();
            if (!cleared.isCleared()) {
                console.complain(cleared.message());
                return ExitCode.NO_EQUILIBRIUM;
            }
            Outcome outcome = found.outcome().with(bars(found, market, within, progress));
            progress.clear();
            List<Path> files = write(folder, market, cleared, outcome, report);
            Solve.exchange(folder);
            if (!arguments.isQuiet()) {
                SummaryTable.print(outcome, console.out());
                print(market, cleared, outcome);
                console.wrote(folder.path(), files);
            }
            market.warning(cleared.parameters(), cleared.crowd()).ifPresent(console::warn);
            return ExitCode.SUCCESS;
        });
    }

    private List<Path> write(
            OutputFolder folder, Market market, ClearedMarket cleared, Outcome outcome, ReportChoice report)
            throws IOException {
        FigureChoice figures =
                FigureChoice.of(folder.style(), null, outcome.study().discreteGame());
        List<Path> files = new ArrayList<>(Solve.write(folder, outcome, figures, report));
        files.addAll(MarketFiles.write(folder, market, cleared));
        return files;
    }

    /** The error bars of prices and statistics, if they are asked for. */
    private List<ErrorBar> bars(Cleared found, Market market, double within, Monitor monitor) {
        if (!RunOptions.isGiven(errorBars)) {
            return List.of();
        }
        try {
            return found.errorBars(outcome -> told(market, outcome), within, monitor);
        } catch (MfgException refused) {
            console.warn("no error bars: " + refused.getMessage());
            return List.of();
        }
    }

    /** What has error bars, by name: prices, and statistics but those that are 0 or another thing on each grid. */
    private static Map<String, Double> told(Market market, Outcome outcome) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        market.prices()
                .forEach(
                        price -> numbers.put(price, outcome.study().parameters().real(price)));
        numbers.putAll(outcome.statistics().numbers());
        numbers.values().removeIf(value -> Math.abs(value) < ROUNDING);
        numbers.keySet().removeAll(outcome.statistics().ofTheGrid().keySet());
        return numbers;
    }

    private void print(Market market, ClearedMarket cleared, Outcome outcome) {
        Columns table = new Columns("");
        for (String price : market.prices()) {
            double value = cleared.parameters().real(price);
            table.row(price, outcome.errorBar(price).map(SummaryTable::withBar).orElseGet(() -> number(value)));
        }
        for (int k = 0; k < cleared.excess().size(); k++) {
            table.row(
                    "excess of " + market.conditions().get(k),
                    String.format(Locale.ROOT, "%.3e", cleared.excess().get(k)));
        }
        table.row("prices tried", Integer.toString(cleared.trials().size()));
        table.print(console.out());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }
}
