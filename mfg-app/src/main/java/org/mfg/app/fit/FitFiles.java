package org.mfg.app.fit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mfg.app.output.JsonFile;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.calibration.ClearedEconomy;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Fit;

/** {@code fit.csv} and {@code .json}, the parameters; {@code fit.npz}, the equilibrium; of densities on a line {@link DensityFigure}; {@link ResidualFiles}. */
public final class FitFiles {
    private static final String STEM = "fit";

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
            files.addAll(DensityFigure.write(folder.figures(), STEM, data, fit.equilibrium()));
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
            if (fit.ofMarket().length > 0) {
                List<String> told = ClearedEconomy.numbers(study.market(), study.parameters());
                out.object("market", () -> {
                    for (int k = 0; k < told.size(); k++) {
                        out.number(told.get(k), fit.ofMarket()[k]);
                    }
                });
            }
            out.array("parameters", indices(fit), k -> {
                out.text("name", fit.free().get(k).name());
                out.number("value", fit.values()[k]);
                out.number("standard-error", fit.standardErrors()[k]);
                out.number("half-interval-95", fit.halfIntervals()[k]);
                out.number("by-the-grid", byTheGrid[k]);
            });
            out.array("directions", indices(fit), k -> {
                out.number("singular-value", fit.singularValues()[k]);
                out.object("weights", () -> weights(out, fit, k));
            });
            out.strings("warnings", FitWarnings.of(fit, byTheGrid));
            out.versions();
        }));
        return files;
    }

    private static void weights(JsonFile out, Fit fit, int direction) throws IOException {
        for (int k = 0; k < fit.values().length; k++) {
            out.number(fit.free().get(k).name(), fit.combination(direction)[k]);
        }
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
}
