package org.mfg.app.sweep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mfg.api.equilibrium.Status;
import org.mfg.app.report.Light;
import org.mfg.app.report.Page;
import org.mfg.app.report.Report;
import org.mfg.app.study.ResultColumns;

/** The page of a sweep: how many runs ended how and why, plots along a setting, the first rows, and how to get it again. */
public final class SweepReport {
    private static final int SHOWN_ROWS = 100;
    private static final int SHOWN_REASONS = 20;

    private final SweepSpec spec;
    private final Map<String, Integer> statuses = new LinkedHashMap<>();
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final SweepCharts charts;
    private int done;

    private SweepReport(SweepSpec spec) {
        this.spec = spec;
        charts = new SweepCharts(spec);
    }

    /** Writes the page into the folder of a sweep that has ended or was stopped; returns the file. */
    public static Path write(SweepSpec spec, Path folder) throws IOException {
        SweepReport report = new SweepReport(spec);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(SweepFolder.RUNS))) {
            csv.forEach(report::add);
        }
        return report.page().write(folder.resolve(Report.FILE));
    }

    private void add(NamedCsvRecord row) {
        done++;
        statuses.merge(row.getField(ResultColumns.STATUS), 1, Integer::sum);
        String reason = row.getField(ResultColumns.REASON);
        if (!reason.isEmpty() && (reasons.containsKey(reason) || reasons.size() < SHOWN_REASONS)) {
            reasons.merge(reason, 1, Integer::sum);
        }
        if (rows.size() < SHOWN_ROWS) {
            rows.add(columns().stream()
                    .map(name -> shortened(row.getField(name)))
                    .toList());
        }
        charts.add(row);
    }

    /** The columns of the table. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("run"));
        columns.addAll(spec.plan().names());
        columns.addAll(List.of(ResultColumns.STATUS, ResultColumns.ITERATIONS, ResultColumns.SECONDS));
        spec.columns().forEach(q -> columns.add(q.name()));
        columns.addAll(spec.barNames());
        return columns;
    }

    /** A number in six digits, anything else as it is. */
    private static String shortened(String cell) {
        if (cell.length() < 8 || !cell.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
            return cell.isEmpty() ? "–" : cell;
        }
        double value = Double.parseDouble(cell);
        boolean isPlain = value == 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6);
        return String.format(Locale.ROOT, isPlain ? "%.6f" : "%.5e", value);
    }

    private Page page() {
        Page page = new Page(
                spec.name(),
                spec.plan().size() + " runs of " + spec.base().source().game().name());
        int converged = statuses.getOrDefault(Status.CONVERGED.name(), 0);
        boolean isGood = converged == spec.plan().size();
        page.status(
                isGood ? Light.GREEN : Light.AMBER,
                converged + " of " + spec.plan().size() + " converged",
                ending());
        page.section("How the runs ended").table(List.of(ResultColumns.STATUS, "runs"), pairs(statuses));
        if (!reasons.isEmpty()) {
            page.table(List.of(ResultColumns.REASON, "runs"), pairs(reasons));
        }
        page.section("Plots");
        charts.addTo(page);
        page.section("The table");
        page.paragraph(
                rows.size() < done ? "The first " + SHOWN_ROWS + " rows; runs.csv has all of them." : "All rows.");
        page.table(columns(), rows);
        page.section("How to get it again").code("mfg sweep " + spec.name() + ".yaml");
        return page.code(new String(spec.text(), StandardCharsets.UTF_8));
    }

    private String ending() {
        return done < spec.plan().size()
                ? "Stopped after " + done + " runs; --resume makes the rest."
                : "All runs have ended.";
    }

    private static List<List<String>> pairs(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(e -> List.of(e.getKey(), e.getValue().toString()))
                .toList();
    }
}
