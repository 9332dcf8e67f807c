package org.mfg.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Statistics;
import org.mfg.api.spi.Statistics.Lorenz;
import org.mfg.app.output.BarText;
import org.mfg.app.study.Outcome;

/** What a game tells of its equilibrium, as a section of a page: a table of numbers, and charts of functions of the place and of a Lorenz curve. */
final class StatisticsSection {
    private static final int MAX_POINTS = 400;

    private StatisticsSection() {}

    static void addTo(Page page, Outcome outcome) {
        Equilibrium equilibrium = outcome.equilibrium();
        Statistics statistics = outcome.statistics();
        if (statistics.numbers().isEmpty()) {
            return;
        }
        page.section("Policies and statistics");
        page.table(
                List.of("quantity", "value"),
                statistics.numbers().entrySet().stream()
                        .map(number -> List.of(number.getKey(), value(number, outcome)))
                        .toList());
        if (equilibrium.grid().domain().positionAxes() == 1) {
            statistics.fields().forEach((name, field) -> page.chart(chart(equilibrium.grid(), name, field)));
        }
        statistics.lorenz().ifPresent(lorenz -> page.chart(chart(lorenz)));
    }

    private static String value(Map.Entry<String, Double> number, Outcome outcome) {
        return outcome.errorBar(number.getKey())
                .map(BarText::of)
                .orElseGet(() -> String.format(Locale.ROOT, "%.8g", number.getValue()));
    }

    private static LineChart chart(Grid grid, String name, double[] field) {
        Domain domain = grid.domain();
        List<String> states = domain.statesAxis() < 0
                ? List.of(name)
                : domain.axis(domain.statesAxis()).states().orElseThrow().names();
        int[] shown = spread(grid.nodes(0));
        double[] x = pick(grid.coordinates(0), shown, 1, 0);
        List<LineChart.Line> lines = new ArrayList<>();
        for (int k = 0; k < states.size(); k++) {
            lines.add(new LineChart.Line(
                    states.get(k), Map.of(domain.axis(0).name(), x), pick(field, shown, grid.stride(0), k)));
        }
        return new LineChart(
                "policy-" + name.replaceAll("[^A-Za-z]+", "-"), name + " at the nodes", name, false, lines);
    }

    private static LineChart chart(Lorenz lorenz) {
        int[] shown = spread(lorenz.share().length);
        double[] population = pick(lorenz.population(), shown, 1, 0);
        String against = "share of all, the poorest first";
        return new LineChart(
                "lorenz",
                "Lorenz curve of " + lorenz.of(),
                "share of " + lorenz.of(),
                false,
                List.of(
                        new LineChart.Line(
                                "Lorenz curve", Map.of(against, population), pick(lorenz.share(), shown, 1, 0)),
                        new LineChart.Line("equality", Map.of(against, population), population)));
    }

    private static double[] pick(double[] from, int[] indices, int stride, int offset) {
        return IntStream.of(indices).mapToDouble(i -> from[i * stride + offset]).toArray();
    }

    private static int[] spread(int size) {
        int count = Math.min(size, MAX_POINTS);
        return IntStream.range(0, count)
                .map(k -> (int) Math.round((double) k * (size - 1) / (count - 1)))
                .toArray();
    }
}
