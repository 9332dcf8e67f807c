package org.mfg.app.equilibria;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.deflation.FoundEquilibrium;

/** {@code equilibria.csv} and {@code .json}, a row for each; {@code equilibrium-K.npz}; on a line without states a figure of their densities, at the end. */
public final class EquilibriaFiles {
    private static final String STEM = "equilibria";
    private static final int MOST_CURVES = 8;

    private EquilibriaFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(
            OutputFolder folder, Study study, List<FoundEquilibrium> found, List<Quantity> quantities)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            Path file = folder.staging().resolve("equilibrium-" + (k + 1) + ".npz");
            SolutionNpz.write(file, found.get(k).equilibrium());
            files.add(file);
        }
        files.add(folder.writeText(STEM + ".csv", out -> csv(out, study, found, quantities)));
        if (study.discreteGame().grid().dimension() == 1 && !found.isEmpty()) {
            files.addAll(figure(folder.figures(), study, found));
        }
        files.add(folder.writeJson(STEM + ".json", out -> {
            out.study(study);
            out.array(STEM, found, f -> {
                Equilibrium e = f.equilibrium();
                for (Quantity quantity : quantities) {
                    out.number(quantity.name(), quantity.value(study.discreteGame(), e.u(), e.m()));
                }
                out.number("residual", e.last().residual());
                out.number("exploitability", e.last().exploitability());
                out.number("growth", f.bestResponses().growth());
                out.number("radius", f.bestResponses().radius());
                out.integer("start", f.start());
            });
            out.versions();
        }));
        return files;
    }

    private static void csv(Writer out, Study study, List<FoundEquilibrium> found, List<Quantity> quantities)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            List<String> header = new ArrayList<>(List.of("number"));
            quantities.forEach(quantity -> header.add(quantity.name()));
            header.addAll(List.of("residual", "exploitability", "growth", "radius", "start"));
            csv.writeRecord(header);
            for (int k = 0; k < found.size(); k++) {
                FoundEquilibrium f = found.get(k);
                Equilibrium e = f.equilibrium();
                List<String> row = new ArrayList<>(List.of(Integer.toString(k + 1)));
                for (Quantity quantity : quantities) {
                    row.add(Double.toString(quantity.value(study.discreteGame(), e.u(), e.m())));
                }
                row.add(Double.toString(e.last().residual()));
                row.add(Double.toString(e.last().exploitability()));
                row.add(Double.toString(f.bestResponses().growth()));
                row.add(Double.toString(f.bestResponses().radius()));
                row.add(Integer.toString(f.start()));
                csv.writeRecord(row);
            }
        }
    }

    private static List<Path> figure(StudyFigures figures, Study study, List<FoundEquilibrium> found)
            throws IOException {
        String x = study.discreteGame().grid().domain().axis(0).name();
        List<Curve> curves = new ArrayList<>();
        for (int k = 0; k < Math.min(found.size(), MOST_CURVES); k++) {
            Equilibrium e = found.get(k).equilibrium();
            int end = e.m().length - e.grid().size();
            String label = (k + 1) + (found.get(k).bestResponses().isStable() ? "" : ", unstable");
            curves.add(Curve.level(label, e.grid(), e.m(), end));
        }
        String density = study.isStationary() ? "density m(" + x + ")" : "density m(T, " + x + ")";
        return figures.lines(STEM, "position " + x, density, curves);
    }
}
