package org.mfg.app.path;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mfg.solvers.path.Transition;

/**
 * What there is to tell of a transition over time, by name and level: shocks, prices, then what the market counts and tells.
 *
 * @param byName the values
 * @param excess of each condition of the market
 */
public record Series(Map<String, double[]> byName, Map<String, double[]> excess) {
    /** What stays within this part of its size does not move. */
    private static final double STILL = 1e-9;

    /** Of its largest change: what is so small at first is 0. */
    private static final double NEARLY_ZERO = 0.01;

    /** Reads them off. */
    public static Series of(Transition transition) {
        return new Series(numbers(transition, parameters(transition)), transition.excess());
    }

    /** The names of the parameters that move: shocks, then prices. */
    static List<String> parameters(Transition transition) {
        List<String> names = new ArrayList<>(transition.shocked());
        names.addAll(transition.market().prices());
        return names;
    }

    /**
     * What there is to tell.
     *
     * @param parameters those of them that are told
     */
    static Map<String, double[]> numbers(Transition transition, List<String> parameters) {
        Map<String, double[]> byName = new LinkedHashMap<>();
        parameters.forEach(name -> byName.put(name, transition.parameter(name)));
        transition.quantities().forEach(byName::putIfAbsent);
        return byName;
    }

    /** The values of a name that is known. */
    public double[] of(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    /** Writes columns of numbers by level, each under its name. */
    static void csv(Writer out, Map<String, double[]> columns) throws IOException {
        int levels = columns.values().iterator().next().length;
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(columns.keySet());
            for (int j = 0; j < levels; j++) {
                int level = j;
                csv.writeRecord(columns.values().stream()
                        .map(values -> Double.toString(values[level]))
                        .toList());
            }
        }
    }

    /** Those that move, by more than round-off. */
    public List<String> moving() {
        List<String> names = new ArrayList<>();
        byName.forEach((name, values) -> {
            if (moves(values)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether values move, by more than round-off. */
    static boolean moves(double[] values) {
        double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return largestChange(values) > STILL * Math.max(1, size);
    }

    /** Whether something is not 0 at all times but for round-off. */
    boolean isThere(String name) {
        return Arrays.stream(of(name)).anyMatch(value -> Math.abs(value) > STILL);
    }

    /** By how much values differ from the first one at most. */
    static double largestChange(double[] values) {
        return Math.abs(values[extreme(values)] - values[0]);
    }

    /** The level at which values are farthest from the first one. */
    public static int extreme(double[] values) {
        int extreme = 0;
        for (int j = 1; j < values.length; j++) {
            if (Math.abs(values[j] - values[0]) > Math.abs(values[extreme] - values[0])) {
                extreme = j;
            }
        }
        return extreme;
    }

    /** Whether values begin near 0, against what becomes of them: then percents of the first tell nothing. */
    boolean beginsAtZero(String name) {
        double[] values = of(name);
        return Math.abs(values[0]) <= NEARLY_ZERO * largestChange(values);
    }

    /**
     * Deviations from the first value: in percent of it, or in percentage points of a rate, or as they are where it is 0.
     *
     * @param rates the names of rates
     */
    double[] deviations(String name, Set<String> rates) {
        double[] values = of(name);
        double unit = rates.contains(name) ? 0.01 : beginsAtZero(name) ? 1 : 0.01 * Math.abs(values[0]);
        return Arrays.stream(values).map(v -> (v - values[0]) / unit).toArray();
    }
}
