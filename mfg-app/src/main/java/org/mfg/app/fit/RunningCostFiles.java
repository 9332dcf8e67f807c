package org.mfg.app.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mfg.api.grid.Grid;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.Curve;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.calibration.RunningCostFit.Found;

/** {@code running-cost.csv}, what was found at each node; {@code fit.npz}, the equilibrium, and {@code fit.json}; on a line figures of the cost, and of observed and fitted densities at two times. */
public final class RunningCostFiles {
    private static final String STEM = "fit";
    private static final String COST = "running-cost";

    private RunningCostFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, Study study, DensityFile data, Found found) throws IOException {
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
        files.add(folder.writeJson(STEM + ".json", out -> {
            out.study(study);
            out.integer("observations", found.residuals().length);
            out.number("deviation", found.deviation());
            out.number("regularization", found.regularization());
            out.integer("solves", found.solves());
            out.versions();
        }));
        return files;
    }
}
