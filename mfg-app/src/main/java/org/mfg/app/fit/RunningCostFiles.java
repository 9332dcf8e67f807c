package org.mfg.app.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mfg.api.grid.Grid;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.Curve;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.RunningCostFit.Found;
import org.mfg.solvers.calibration.RunningCostFit.Trial;

/**
 * {@code running-cost.csv}, what was found at each node; {@code fit.npz}, the equilibrium, and {@code fit.json}; {@link ResidualFiles}; a figure of the choice of α; on a line figures of
 * the cost, and of observed and fitted densities at two times.
 */
public final class RunningCostFiles {
    private static final String STEM = "fit";
    private static final String COST = "running-cost";
    private static final String REGULARIZATION = "regularization";

    private RunningCostFiles() {}

    /**
     * Writes the files; returns their paths.
     *
     * @param trials what was looked at to choose α; none if it was given
     */
    public static List<Path> write(
            OutputFolder folder, Study study, DensityObservations data, Found found, List<Trial> trials)
            throws IOException {
        Grid grid = found.equilibrium().grid();
        List<Path> files = new ArrayList<>();
        files.add(folder.staging().resolve(STEM + ".npz"));
        SolutionNpz.write(files.get(0), found.equilibrium());
        files.add(folder.writeText(COST + ".csv", out -> FieldCsv.write(out, grid, Map.of(COST, found.cost()))));
        if (grid.dimension() == 1) {
            String place = "position " + grid.domain().axis(0).name();
            List<Curve> cost = List.of(Curve.level("found", grid, found.cost(), 0));
            files.addAll(folder.figures().lines(COST, place, "running cost, less its mean", cost));
            files.addAll(folder.figures().lines(STEM, place, "density m", FitFiles.curves(data, found.equilibrium())));
        }
        double deviation = data.haveKnownErrors() ? 1 : found.deviation();
        double[] residuals =
                Arrays.stream(found.residuals()).map(r -> -r / deviation).toArray();
        files.addAll(ResidualFiles.write(folder, found.equilibrium().game(), data, residuals));
        if (trials.size() > 1) {
            files.addAll(folder.figures()
                    .lines(STEM + "-" + REGULARIZATION, "α", "deviation", curves(trials, found), true, true));
        }
        files.add(folder.writeJson(STEM + ".json", out -> {
            out.study(study);
            out.integer("observations", found.residuals().length);
            out.number("deviation", found.deviation());
            out.number(REGULARIZATION, found.regularization());
            out.integer("solves", found.solves());
            out.array("trials", trials, trial -> {
                out.number(REGULARIZATION, trial.regularization());
                out.number("deviation", trial.deviation());
                out.number("slope", trial.slope());
                out.number("cross-validation", trial.score());
            });
            out.versions();
        }));
        return files;
    }

    private static List<Curve> curves(List<Trial> trials, Found found) {
        List<Curve> curves = new ArrayList<>(List.of(curve("of the residuals", trials, Trial::deviation)));
        boolean isScored = trials.stream().anyMatch(trial -> Double.isFinite(trial.score()));
        if (isScored) {
            curves.add(curve("of the unseen, by cross-validation", trials, Trial::score));
        }
        List<Trial> chosen = trials.stream()
                .filter(trial -> trial.regularization() == found.regularization())
                .toList();
        curves.add(curve("chosen", chosen, isScored ? Trial::score : Trial::deviation));
        return curves;
    }

    private static Curve curve(String label, List<Trial> trials, ToDoubleFunction<Trial> value) {
        return Curve.data(
                label,
                trials.stream().mapToDouble(Trial::regularization).toArray(),
                trials.stream().mapToDouble(value).toArray());
    }
}
