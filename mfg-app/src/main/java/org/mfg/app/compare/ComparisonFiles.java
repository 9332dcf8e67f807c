package org.mfg.app.compare;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.report.Light;
import org.mfg.app.report.LineChart;
import org.mfg.app.report.Page;
import org.mfg.app.report.Report;
import org.mfg.app.study.ResultColumns;
import org.mfg.output.figure.SolveCurve;

/** {@code compare.csv}, a history for each contender, a figure of all of them, and the report. */
public final class ComparisonFiles {
    /** The table. */
    public static final String TABLE = "compare.csv";

    private ComparisonFiles() {}

    /** Writes the files but the report; returns their paths. */
    public static List<Path> write(OutputFolder folder, List<Result> results) throws IOException {
        List<Path> files = new ArrayList<>();
        folder.subfolder("history");
        for (int k = 0; k < results.size(); k++) {
            folder.writeHistory("history/" + k + ".csv", results.get(k).equilibrium());
        }
        files.add(folder.writeText(TABLE, out -> csv(out, results)));
        files.addAll(folder.figures()
                .comparison(
                        "compare",
                        results.stream()
                                .map(r ->
                                        SolveCurve.of(named(r), r.equilibrium().history()))
                                .toList()));
        return files;
    }

    /** A contender's name, and how it ended if not with an equilibrium. */
    private static String named(Result result) {
        Equilibrium e = result.equilibrium();
        String name = result.contender().name();
        return e.isConverged()
                ? name
                : name + " (" + e.status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    /** Writes the report; returns its path. */
    public static Path report(OutputFolder folder, List<Result> results, List<String> header, List<List<String>> rows)
            throws IOException {
        long converged =
                results.stream().filter(r -> r.equilibrium().isConverged()).count();
        String game = results.get(0).outcome().study().name();
        Page page = new Page("Comparison on " + game, results.size() + " ways to solve it, the same yardstick for all")
                .status(
                        converged == results.size() ? Light.GREEN : Light.AMBER,
                        converged + " of " + results.size() + " converged",
                        "");
        page.section("Results").table(header, rows);
        page.section("Convergence")
                .chart(new LineChart("residuals", "Residual of each contender", "residual", true, lines(results)));
        return page.write(folder.staging().resolve(Report.FILE));
    }

    private static List<LineChart.Line> lines(List<Result> results) {
        return results.stream()
                .map(r -> {
                    SolveCurve c =
                            SolveCurve.of(r.contender().name(), r.equilibrium().history());
                    Map<String, double[]> against = new LinkedHashMap<>();
                    against.put("iteration", c.iterations());
                    against.put("seconds", c.seconds());
                    return new LineChart.Line(c.name(), against, c.residuals());
                })
                .toList();
    }

    private static void csv(Writer out, List<Result> results) throws IOException {
        Set<String> settings = new LinkedHashSet<>();
        results.forEach(r -> settings.addAll(r.contender().settings().keySet()));
        List<String> header = new ArrayList<>(List.of("run"));
        header.addAll(settings);
        header.addAll(ResultColumns.NAMES);
        header.addAll(List.of("rate", "rate-lower", "rate-upper", "allocated-bytes"));
        header.addAll(results.get(0).prices().keySet());
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(header);
            for (int k = 0; k < results.size(); k++) {
                csv.writeRecord(row(k, settings, results.get(k)));
            }
        }
    }

    private static List<String> row(int number, Set<String> settings, Result result) {
        Equilibrium e = result.equilibrium();
        List<String> row = new ArrayList<>(List.of(Integer.toString(number)));
        settings.forEach(
                s -> row.add(String.valueOf(result.contender().settings().getOrDefault(s, ""))));
        row.addAll(ResultColumns.cells(e.status().name(), result.outcome().reason(), result.outcome()));
        row.addAll(List.of(
                known(result.rate().factor()),
                known(result.rate().lower()),
                known(result.rate().upper()),
                Long.toString(result.allocated())));
        result.prices().values().forEach(price -> row.add(Double.toString(price)));
        return row;
    }

    private static String known(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
