package org.mfg.app.sweep;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mfg.app.report.LineChart;
import org.mfg.app.report.Page;
import org.mfg.app.study.ResultColumns;

/**
 * Iterations, seconds and quantities along the setting with the most values, a line for each combination of the others; of many
 * combinations some, evenly chosen.
 */
final class SweepCharts {
    private static final int LINES = 8;
    /** Values that spread over more are shown on a logarithmic scale. */
    private static final double WIDE = 50;

    private final Optional<Plan.Lines> lines;
    private final List<int[]> shown = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(List.of(ResultColumns.ITERATIONS, ResultColumns.SECONDS));
    private final Map<Integer, double[]> values = new HashMap<>();

    SweepCharts(SweepSpec spec) {
        lines = spec.plan().lines();
        spec.columns().forEach(q -> columns.add(q.name()));
        lines.map(Plan.Lines::plan).ifPresent(plan -> {
            int count = Math.min(LINES, plan.chains());
            for (int k = 0; k < count; k++) {
                int[] runs = plan.chain((int) ((long) k * plan.chains() / count));
                shown.add(runs);
                Arrays.stream(runs).forEach(run -> values.put(run, missing()));
            }
        });
    }

    private double[] missing() {
        double[] none = new double[columns.size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** Takes the numbers of a run. */
    void add(NamedCsvRecord row) {
        double[] numbers = values.get(Integer.valueOf(row.getField(0)));
        for (int c = 0; numbers != null && c < numbers.length; c++) {
            String cell = row.getField(columns.get(c));
            numbers[c] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
    }

    void addTo(Page page) {
        if (lines.isEmpty()) {
            page.paragraph("No setting has a list of numbers to draw lines along.");
            return;
        }
        Plan.Lines along = lines.get();
        if (shown.size() < along.plan().chains()) {
            page.paragraph(
                    "Lines of " + shown.size() + " of the " + along.plan().chains() + " combinations.");
        }
        for (int c = 0; c < columns.size(); c++) {
            page.chart(chart(along, c));
        }
    }

    private LineChart chart(Plan.Lines along, int column) {
        List<LineChart.Line> all = shown.stream()
                .map(runs -> new LineChart.Line(
                        name(along, runs[0]),
                        against(along, runs),
                        Arrays.stream(runs)
                                .mapToDouble(run -> value(run, column))
                                .toArray()))
                .toList();
        double[] numbers = all.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .toArray();
        String name = columns.get(column);
        return new LineChart("column-" + column, name + " along " + along.name(), name, isWide(numbers), all);
    }

    private double value(int run, int column) {
        return values.getOrDefault(run, missing())[column];
    }

    /** The settings of a line. */
    private static String name(Plan.Lines along, int run) {
        Map<String, Object> point = along.plan().point(run);
        point.remove(along.name());
        return point.isEmpty()
                ? "all runs"
                : point.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, double[]> against(Plan.Lines along, int[] runs) {
        double[] at = Arrays.stream(runs)
                .mapToDouble(run -> ((Number) along.plan().point(run).getOrDefault(along.name(), 0)).doubleValue())
                .toArray();
        Map<String, double[]> against = new LinkedHashMap<>();
        if (isWide(at)) {
            against.put(
                    "log10 " + along.name(), Arrays.stream(at).map(Math::log10).toArray());
        }
        against.put(along.name(), at);
        return against;
    }

    private static boolean isWide(double[] numbers) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        return least > 0 && Arrays.stream(finite).max().orElse(0) >= WIDE * least;
    }
}
