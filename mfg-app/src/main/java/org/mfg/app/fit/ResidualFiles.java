package org.mfg.app.fit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.app.output.OutputFolder;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Scatter;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Observable;
import org.mfg.solvers.calibration.Observations;
import org.mfg.solvers.calibration.PositionObservations;
import org.mfg.solvers.calibration.QuantityObservations;

/**
 * {@code fit-residuals.csv}, what was observed and how far it is from the fit in standard deviations, and a figure: residuals over time and place, and their quantiles against
 * those of the normal law, with the band that holds 95 % of each of as many normal numbers.
 */
final class ResidualFiles {
    private static final String STEM = "fit-residuals";
    /** The column of what has no place. */
    private static final String NUMBER = "observation";

    private static final String LABEL = "residual in deviations";
    private static final double LEVEL = 0.95;
    private static final double TWO = 2;
    private static final int MOST_POINTS = 2000;

    private ResidualFiles() {}

    /** Writes the files for residuals of variance 1, one for each observation; returns their paths. */
    static List<Path> write(OutputFolder folder, MeanFieldGame game, Observations data, double[] residuals)
            throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.writeText(STEM + ".csv", out -> csv(out, columns(game, data), names(data), residuals)));
        int every = (residuals.length + MOST_POINTS - 1) / MOST_POINTS;
        List<Scatter> panels = new ArrayList<>();
        panels(game, data)
                .forEach((name, values) -> panels.add(over(name, thinned(values, every), thinned(residuals, every))));
        panels.add(quantiles(residuals));
        files.addAll(folder.figures()
                .under(every == 1 ? "" : "one of " + every + " residuals is shown over time and place")
                .scatter(STEM, panels));
        return files;
    }

    /** What residuals are shown over; those of positions grow with the place, whatever the fit. */
    private static Map<String, double[]> panels(MeanFieldGame game, Observations data) {
        Map<String, double[]> columns = new LinkedHashMap<>(columns(game, data));
        if (data instanceof PositionObservations) {
            game.domain().axes().forEach(axis -> columns.remove(axis.name()));
        }
        double[] numbers = columns.remove(NUMBER);
        return numbers == null ? columns : Map.of("number of the quantity", numbers);
    }

    /** Where and when each was observed; of what has no place, its number, from 1. */
    private static Map<String, double[]> columns(MeanFieldGame game, Observations data) {
        if (data instanceof DensityObservations densities) {
            return columns(game, densities.times(), densities.places());
        }
        if (data instanceof PositionObservations positions) {
            return columns(game, positions.times(), positions.places());
        }
        double[] numbers = new double[data.count()];
        Arrays.setAll(numbers, i -> i + 1);
        return Map.of(NUMBER, numbers);
    }

    private static Map<String, double[]> columns(MeanFieldGame game, double[] times, double[][] places) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int k = 0; k < game.domain().dimension(); k++) {
            int axis = k;
            columns.put(
                    game.domain().axis(k).name(),
                    Arrays.stream(places).mapToDouble(x -> x[axis]).toArray());
        }
        if (!game.isStationary()) {
            columns.put("t", times);
        }
        return columns;
    }

    /** What was observed where it has a name; else nothing. */
    private static List<String> names(Observations data) {
        return data instanceof QuantityObservations quantities
                ? quantities.quantities().stream().map(Observable::name).toList()
                : List.of();
    }

    private static void csv(Writer out, Map<String, double[]> columns, List<String> names, double[] residuals)
            throws IOException {
        List<String> row = new ArrayList<>(columns.keySet());
        if (!names.isEmpty()) {
            row.add("quantity");
        }
        row.add("residual");
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(row);
            for (int i = 0; i < residuals.length; i++) {
                row.clear();
                for (double[] column : columns.values()) {
                    row.add(Double.toString(column[i]));
                }
                if (!names.isEmpty()) {
                    row.add(names.get(i));
                }
                row.add(Double.toString(residuals[i]));
                csv.writeRecord(row);
            }
        }
    }

    private static double[] thinned(double[] values, int every) {
        double[] some = new double[(values.length + every - 1) / every];
        Arrays.setAll(some, k -> values[k * every]);
        return some;
    }

    /** Residuals over a coordinate, with lines at 0 and ±2. */
    private static Scatter over(String name, double[] x, double[] residuals) {
        double[] ends = {
            Arrays.stream(x).min().orElse(0), Arrays.stream(x).max().orElse(1)
        };
        List<Curve> lines = new ArrayList<>();
        for (double level : new double[] {0, TWO, -TWO}) {
            lines.add(new Curve("", ends, new double[] {level, level}, level != 0));
        }
        return new Scatter(name, LABEL, x, residuals, lines);
    }

    /** The k-th of n residuals against the (k - ½)/n quantile of the normal law; the k-th of n uniform numbers has the law Beta(k, n + 1 - k). */
    private static Scatter quantiles(double[] residuals) {
        NormalDistribution normal = new NormalDistribution();
        double[] sorted = Arrays.stream(residuals).sorted().toArray();
        int n = sorted.length;
        int every = (n + MOST_POINTS - 1) / MOST_POINTS;
        double[] y = thinned(sorted, every);
        double[] x = new double[y.length];
        double[] lower = new double[y.length];
        double[] upper = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            int rank = k * every;
            BetaDistribution law = new BetaDistribution(rank + 1.0, n - (double) rank);
            x[k] = normal.inverseCumulativeProbability((rank + 0.5) / n);
            lower[k] = normal.inverseCumulativeProbability(law.inverseCumulativeProbability(0.5 - 0.5 * LEVEL));
            upper[k] = normal.inverseCumulativeProbability(law.inverseCumulativeProbability(0.5 + 0.5 * LEVEL));
        }
        return new Scatter(
                "normal quantile",
                LABEL,
                x,
                y,
                List.of(Curve.data("", x, x), new Curve("", x, lower, true), new Curve("", x, upper, true)));
    }
}
