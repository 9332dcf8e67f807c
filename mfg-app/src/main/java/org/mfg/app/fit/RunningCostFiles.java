package org.mfg.app.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mfg.api.grid.Grid;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Scatter;
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
    private static final String LOG_REGULARIZATION = "log10 α";
    /** So much larger than the least are deviations that the figure shows. */
    private static final double NEAR = 1.1;

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
            files.addAll(DensityFigure.write(folder.figures(), STEM, data, found.equilibrium()));
        }
        double deviation = data.haveKnownErrors() ? 1 : found.deviation();
        double[] residuals =
                Arrays.stream(found.residuals()).map(r -> -r / deviation).toArray();
        files.addAll(ResidualFiles.write(folder, found.equilibrium().game(), data, residuals));
        if (trials.size() > 1) {
            files.addAll(folder.figures()
                    .scatter(STEM + "-" + REGULARIZATION, List.of(choice(trials, found), slopes(trials, found))));
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

    /** What α was chosen by, near the choice: the estimate of cross-validation as points, the residuals as a dotted line. */
    private static Scatter choice(List<Trial> trials, Found found) {
        boolean isScored = trials.stream().anyMatch(trial -> Double.isFinite(trial.score()));
        ToDoubleFunction<Trial> value = isScored ? Trial::score : Trial::deviation;
        double most = NEAR * trials.stream().mapToDouble(value).min().orElse(0);
        List<Trial> near = trials.stream()
                .filter(trial -> value.applyAsDouble(trial) <= most)
                .toList();
        double[] x = values(near, trial -> Math.log10(trial.regularization()));
        Curve residuals = new Curve("", x, values(near, Trial::deviation), true);
        return new Scatter(
                LOG_REGULARIZATION,
                "deviation",
                x,
                values(near, value),
                List.of(residuals, chosen(found, residuals.y())));
    }

    /** How steep f is for each α. */
    private static Scatter slopes(List<Trial> trials, Found found) {
        double[] slopes = values(trials, Trial::slope);
        return new Scatter(
                LOG_REGULARIZATION,
                "slope of f",
                values(trials, trial -> Math.log10(trial.regularization())),
                slopes,
                List.of(chosen(found, slopes)));
    }

    /** A line at the choice, as high as what is shown. */
    private static Curve chosen(Found found, double[] shown) {
        double at = Math.log10(found.regularization());
        DoubleSummaryStatistics range = Arrays.stream(shown).summaryStatistics();
        return Curve.data("", new double[] {at, at}, new double[] {range.getMin(), range.getMax()});
    }

    private static double[] values(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return trials.stream().mapToDouble(value).toArray();
    }
}
