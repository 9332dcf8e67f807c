package org.mfg.app.fit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.figure.Curve;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Fit;

/** {@code fit.csv} and {@code .json}, the parameters; {@code fit.npz}, the equilibrium; of densities on a line a figure at two times; {@link ResidualFiles}. */
public final class FitFiles {
    private static final String STEM = "fit";
    private static final int CURVES = 2;

    private FitFiles() {}

    /**
     * Writes the files; returns their paths.
     *
     * @param byTheGrid what the grid makes of each parameter, as {@link org.mfg.solvers.calibration.GridBias} tells
     */
    public static List<Path> write(OutputFolder folder, Study study, Fit fit, double[] byTheGrid) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.staging().resolve(STEM + ".npz"));
        SolutionNpz.write(files.get(0), fit.equilibrium());
        files.add(folder.writeText(STEM + ".csv", out -> csv(out, fit, byTheGrid)));
        if (fit.equilibrium().grid().dimension() == 1 && fit.data() instanceof DensityObservations data) {
            files.addAll(folder.figures()
                    .lines(
                            STEM,
                            "position "
                                    + fit.equilibrium().grid().domain().axis(0).name(),
                            "density m",
                            curves(data, fit.equilibrium())));
        }
        files.addAll(ResidualFiles.write(folder, fit.equilibrium().game(), fit.data(), fit.normalResiduals()));
        files.add(folder.writeJson(STEM + ".json", out -> {
            out.study(study);
            out.integer("observations", fit.data().count());
            out.number("sum-of-squares", fit.sumOfSquares());
            out.integer("degrees-of-freedom", fit.degreesOfFreedom());
            if (fit.data().haveKnownErrors()) {
                out.number("probability", fit.probability());
            } else {
                out.number("deviation", fit.deviation());
            }
            out.integer("solves", fit.solves());
            out.array("parameters", indices(fit), k -> {
                out.text("name", fit.free().get(k).name());
                out.number("value", fit.values()[k]);
                out.number("standard-error", fit.standardErrors()[k]);
                out.number("half-interval-95", fit.halfIntervals()[k]);
                out.number("by-the-grid", byTheGrid[k]);
                out.number("singular-value", fit.singularValues()[k]);
                out.number("weakest-direction", fit.weakestDirection()[k]);
            });
            out.versions();
        }));
        return files;
    }

    private static List<Integer> indices(Fit fit) {
        List<Integer> all = new ArrayList<>();
        for (int k = 0; k < fit.values().length; k++) {
            all.add(k);
        }
        return all;
    }

    private static void csv(Writer out, Fit fit, double[] byTheGrid) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("parameter", "start", "value", "standard-error", "half-interval-95", "by-the-grid");
            for (int k = 0; k < fit.values().length; k++) {
                csv.writeRecord(
                        fit.free().get(k).name(),
                        Double.toString(fit.free().get(k).start()),
                        Double.toString(fit.values()[k]),
                        Double.toString(fit.standardErrors()[k]),
                        Double.toString(fit.halfIntervals()[k]),
                        Double.isNaN(byTheGrid[k]) ? "" : Double.toString(byTheGrid[k]));
            }
        }
    }

    /** The data's time in the middle and the last, each with the nearest level of the fit. */
    static List<Curve> curves(DensityObservations data, Equilibrium e) {
        boolean isStationary = e.game().isStationary();
        double[] times = isStationary
                ? new double[1]
                : Arrays.stream(data.times()).sorted().distinct().toArray();
        List<Curve> curves = new ArrayList<>();
        for (int c = times.length == 1 ? CURVES : 1; c <= CURVES; c++) {
            double t = times[(times.length - 1) * c / CURVES];
            int level = isStationary ? 1 : (int) Math.rint(e.time().level(t));
            String when = isStationary ? "" : String.format(Locale.ROOT, ", t = %.3g", t);
            curves.add(observed("observed" + when, data, isStationary, t));
            curves.add(Curve.level(
                    "fitted" + when, e.grid(), e.m(), level * e.grid().size()));
        }
        return curves;
    }

    private static Curve observed(String label, DensityObservations data, boolean isStationary, double t) {
        double[] times = data.times();
        double[][] places = data.places();
        double[] values = data.values();
        int[] order = IntStream.range(0, values.length)
                .filter(i -> isStationary || times[i] == t)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places[i][0]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] x = Arrays.stream(order).mapToDouble(i -> places[i][0]).toArray();
        return Curve.data(
                label, x, Arrays.stream(order).mapToDouble(i -> values[i]).toArray());
    }
}
