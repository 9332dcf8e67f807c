package org.mfg.app.path;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.sensitivity.Row;
import org.mfg.app.sensitivity.SensitivityFiles;
import org.mfg.output.figure.Curve;

/**
 * {@code derivatives.csv}, for each time the derivatives of all that is told of a path; {@code derivatives.json}, those of the table; and a figure for each number of the table: what 1 % more of each parameter
 * does to it over time, each in a panel, where it does anything.
 */
public final class PathDerivativeFiles {
    private static final String STEM = "derivatives";
    private static final int MOST_PANELS = 6;

    private PathDerivativeFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, PathDerivatives derivatives, ImpulseCurves curves)
            throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.writeText(STEM + ".csv", out -> csv(out, derivatives)));
        files.add(folder.writeJson(STEM + ".json", out -> {
            SensitivityFiles.rows(out, derivatives.rows());
            out.versions();
        }));
        List<String> names = derivatives.rows().stream()
                .map(Row::quantity)
                .map(text -> PathPoint.read(text, Double.POSITIVE_INFINITY).name())
                .distinct()
                .toList();
        for (String name : names) {
            List<Curve> ofName = curves(name, derivatives, curves);
            if (!ofName.isEmpty()) {
                String label = "change of " + name.replace('-', ' ');
                files.addAll(folder.figures().panels(STEM + "-" + name, "time t", label, ofName));
            }
        }
        return files;
    }

    private static List<Curve> curves(String name, PathDerivatives derivatives, ImpulseCurves curves) {
        List<Curve> ofName = new ArrayList<>();
        derivatives.derivatives().forEach((parameter, moves) -> {
            double percent = 0.01 * derivatives.parameters().getOrDefault(parameter, 0.0);
            double[] move = moves.getOrDefault(name, new double[0]).clone();
            for (int j = 0; j < move.length; j++) {
                move[j] *= percent;
            }
            if (percent != 0 && derivatives.isFelt(name, parameter) && ofName.size() < MOST_PANELS) {
                ofName.add(curves.of("1 % more " + parameter, name, move));
            }
        });
        return ofName;
    }

    private static void csv(Writer out, PathDerivatives derivatives) throws IOException {
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[] t = new double[derivatives.time().levels()];
        for (int j = 0; j < t.length; j++) {
            t[j] = derivatives.time().time(j);
        }
        columns.put("t", t);
        derivatives
                .derivatives()
                .forEach((parameter, moves) ->
                        moves.forEach((name, move) -> columns.put(name + "_to_" + parameter, move)));
        Series.csv(out, columns);
    }
}
