package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.app.compare.Comparison;
import org.mfg.app.compare.ComparisonFiles;
import org.mfg.app.compare.Contender;
import org.mfg.app.compare.Contenders;
import org.mfg.app.compare.Rate;
import org.mfg.app.compare.Result;
import org.mfg.app.sweep.Base;
import org.mfg.app.sweep.Settings;
import org.mfg.solvers.market.MarketClearing;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg compare}: solvers and variants of a game side by side. */
final class CompareCommand implements GameCommand {
    private static final List<String> HEADER = List.of(
            "",
            "status",
            "iterations",
            "sweeps",
            "seconds",
            "HJB residual",
            "FP residual",
            "exploitability",
            "rate",
            "95 %",
            "allocated");

    private final OptionSpec solvers =
            RunOptions.text("--solvers", "LIST", "solvers, joined by commas (default: the one of the game)");
    private final OptionSpec relaxations =
            RunOptions.text("--relaxations", "LIST", "for solvers that have one: relaxations to try, joined by commas");
    private final OptionSpec vary = OptionSpec.builder("--vary")
            .paramLabel("NAME=LIST")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description("values of a parameter to compare, joined by commas; may be given again for another one")
            .build();
    private final OptionSpec clear = RunOptions.flag(
            "each at the prices that clear the game's market, as mfg clear finds them", "--clear");
    private final OptionSpec noReport = RunOptions.flag("no report (index.html)", "--no-report");
    private final Console console;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String description() {
        return "Solves a game by several solvers, or for several values of its parameters, and compares how they converge.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(solvers, relaxations, vary, clear, noReport);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        Base base = new Base(arguments.mfg(), arguments.source(), RunOptions.isGiven(clear));
        if (base.clears()) {
            MarketClearing.marketOf(arguments.source().game());
        }
        List<Contender> contenders = contenders(base, arguments.settings().keySet());
        return console.work(arguments.folder(name()), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            List<Result> results = Comparison.of(base, arguments.settings(), contenders, progress);
            progress.clear();
            List<List<String>> rows = results.stream().map(CompareCommand::row).toList();
            List<Path> files = new ArrayList<>(ComparisonFiles.write(folder, results));
            if (!RunOptions.isGiven(noReport)) {
                files.add(ComparisonFiles.report(folder, results, header(results), rows));
            }
            folder.exchange(name(), ComparisonFiles.TABLE);
            if (!arguments.isQuiet()) {
                print(header(results), rows);
                console.wrote(folder.path(), files, "history");
            }
            boolean isWhole = results.size() == contenders.size();
            return isWhole && complain(results) ? ExitCode.SUCCESS : ExitCode.NO_EQUILIBRIUM;
        });
    }

    private List<Contender> contenders(Base base, Set<String> options) {
        String names = RunOptions.given(solvers);
        Map<String, List<String>> variations = variations();
        Set<String> settings = new HashSet<>(options);
        for (String name : variations.keySet()) {
            if (!settings.add(name)) {
                throw InvalidInputException.because(
                        "--vary", "--vary " + name + " must not be given beside an option with a value for it");
            }
        }
        Settings.requireOneWay(settings);
        return Contenders.of(
                base.mfg(),
                base.source(),
                names == null ? List.of(base.source().solver().name()) : split("--solvers", names),
                split("--relaxations", RunOptions.given(relaxations)),
                variations);
    }

    private Map<String, List<String>> variations() {
        Map<String, List<String>> variations = new LinkedHashMap<>();
        @Nullable List<String> given = vary.getValue();
        for (String text : given == null ? List.<String>of() : given) {
            int at = text.indexOf('=');
            if (at <= 0) {
                throw InvalidInputException.of("--vary", "be NAME=VALUE,VALUE,...", text);
            }
            String name = text.substring(0, at);
            if (variations.put(name, split("--vary " + name, text.substring(at + 1))) != null) {
                throw InvalidInputException.of("--vary", "name each parameter once", name + " twice");
            }
        }
        return variations;
    }

    private static List<String> split(String option, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.contains("")) {
            throw InvalidInputException.of(option, "be values joined by commas", "'" + text + "'");
        }
        return parts;
    }

    /** Says who has no equilibrium, or a game that breaks a promise; returns whether all have converged. */
    private boolean complain(List<Result> results) {
        results.stream()
                .flatMap(r -> r.outcome().study().objection().stream())
                .distinct()
                .forEach(console::warn);
        results.stream()
                .filter(r -> !r.equilibrium().isConverged())
                .forEach(r -> console.complain(r.contender().name() + " has no equilibrium ("
                        + r.equilibrium().status() + "): " + r.equilibrium().message()));
        return Result.areConverged(results);
    }

    private static List<String> row(Result result) {
        Iteration last = result.equilibrium().last();
        Rate rate = result.rate();
        List<String> row = new ArrayList<>(List.of(
                result.contender().name(),
                result.equilibrium().status().name(),
                Integer.toString(result.equilibrium().iterations()),
                Integer.toString(result.equilibrium().sweeps()),
                String.format(Locale.ROOT, "%.3f", result.outcome().solveSeconds()),
                String.format(Locale.ROOT, "%.1e", last.hjbResidual()),
                String.format(Locale.ROOT, "%.1e", last.fpResidual()),
                String.format(Locale.ROOT, "%.1e", last.exploitability()),
                rate.isKnown() ? String.format(Locale.ROOT, "%.3f", rate.factor()) : "–",
                rate.isKnown() ? String.format(Locale.ROOT, "%.3f to %.3f", rate.lower(), rate.upper()) : "–",
                String.format(Locale.ROOT, "%.0f MB", result.allocated() * 1e-6)));
        result.prices().values().forEach(price -> row.add(String.format(Locale.ROOT, "%.10f", price)));
        return row;
    }

    /** With the prices of markets that were cleared. */
    private static List<String> header(List<Result> results) {
        List<String> header = new ArrayList<>(HEADER);
        header.addAll(results.get(0).prices().keySet());
        return header;
    }

    private void print(List<String> header, List<List<String>> rows) {
        Columns table = new Columns("");
        table.row(header.toArray(new String[0]));
        rows.forEach(row -> table.row(row.toArray(new String[0])));
        table.print(console.out());
    }
}
