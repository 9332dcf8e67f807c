package org.mfg.app.sensitivity;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.app.output.JsonFile;
import org.mfg.app.output.OutputFolder;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.sensitivity.ClearedTangent;

/**
 * {@code sensitivity.csv} and {@code .json}, the derivatives; {@code sensitivity.npz}, the equilibrium with {@code du_PARAMETER} and {@code dm_PARAMETER}; in one dimension
 * figures of what 1 % more of each parameter does to the density and to the value function.
 */
public final class SensitivityFiles {
    private static final String STEM = "sensitivity";
    private static final int MOST_CURVES = 6;

    private SensitivityFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, SensitivityStudy study) throws IOException {
        List<Path> files = new ArrayList<>();
        Equilibrium e = study.outcome().equilibrium();
        Map<String, double[]> fields = new LinkedHashMap<>();
        study.tangents().forEach((name, tangent) -> {
            fields.put("du_" + name, own(e, tangent.du(), valueLevel(e)));
            fields.put("dm_" + name, own(e, tangent.dm(), e.grid().size()));
        });
        files.add(folder.staging().resolve(STEM + ".npz"));
        SolutionNpz.write(files.get(0), e, fields);
        files.add(folder.writeText(STEM + ".csv", out -> csv(out, study)));
        if (e.grid().dimension() == 1) {
            files.addAll(figures(folder.figures(), study));
        }
        files.add(folder.writeJson(STEM + ".json", out -> {
            out.study(study.outcome().study());
            out.number("residual", e.last().residual());
            rows(out, study.rows());
            out.versions();
        }));
        return files;
    }

    /** Writes derivatives, as {@code derivatives}. */
    public static void rows(JsonFile out, List<Row> rows) throws IOException {
        out.array("derivatives", rows, row -> {
            out.text("of", row.quantity());
            out.number("value", row.value());
            out.text("to", row.parameter());
            out.number("at", row.parameterValue());
            out.number("derivative", row.derivative());
            out.number("by-adjoint", row.byAdjoint());
            out.number("elasticity", row.elasticity());
        });
    }

    /** A field as it is; of a stationary game the level that its own is. */
    private static double[] own(Equilibrium e, double[] field, int at) {
        return e.game().isStationary()
                ? Arrays.copyOfRange(field, at, at + e.grid().size())
                : field;
    }

    /** Where the value function begins that is shown: that of an ergodic game without its constant is the second of two levels. */
    private static int valueLevel(Equilibrium e) {
        return e.game().isErgodic() ? e.grid().size() : 0;
    }

    private static void csv(Writer out, SensitivityStudy study) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("of", "value", "to", "at", "derivative", "by-adjoint", "elasticity");
            for (Row row : study.rows()) {
                csv.writeRecord(
                        row.quantity(),
                        Double.toString(row.value()),
                        row.parameter(),
                        Double.toString(row.parameterValue()),
                        Double.toString(row.derivative()),
                        Double.toString(row.byAdjoint()),
                        Double.toString(row.elasticity()));
            }
        }
    }

    private static List<Path> figures(StudyFigures figures, SensitivityStudy study) throws IOException {
        Equilibrium e = study.outcome().equilibrium();
        boolean isStationary = e.game().isStationary();
        int end = e.m().length - e.grid().size();
        String x = e.grid().domain().axis(0).name();
        String densityLabel = "change of m(" + (isStationary ? "" : "T, ") + x + ")";
        String valueLabel = "change of u(" + (isStationary ? "" : "0, ") + x + ")";
        List<Curve> densities = new ArrayList<>();
        List<Curve> values = new ArrayList<>();
        for (Map.Entry<String, ClearedTangent> tangent : study.tangents().entrySet()) {
            double percent = 0.01 * study.outcome().study().parameters().real(tangent.getKey());
            if (percent != 0 && densities.size() < MOST_CURVES) {
                String label = "1 % more " + tangent.getKey();
                densities.add(curve(label, e, tangent.getValue().dm(), end, percent));
                values.add(curve(label, e, tangent.getValue().du(), valueLevel(e), percent));
            }
        }
        List<Path> files = new ArrayList<>();
        if (!densities.isEmpty()) {
            files.addAll(figures.lines(STEM + "-density", "position " + x, densityLabel, densities));
            files.addAll(figures.lines(STEM + "-value", "position " + x, valueLabel, values));
        }
        return files;
    }

    private static Curve curve(String label, Equilibrium e, double[] field, int at, double factor) {
        double[] scaled = field.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return Curve.level(label, e.grid(), scaled, at);
    }
}
