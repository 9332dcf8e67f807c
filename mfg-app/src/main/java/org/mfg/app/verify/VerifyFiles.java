package org.mfg.app.verify;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mfg.app.output.OutputFolder;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;

/** {@code verify.csv}, {@code verify.json} and a log-log figure for each game. */
public final class VerifyFiles {
    private VerifyFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, List<Convergence> results) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.writeText("verify.csv", out -> csv(out, results)));
        Map<String, List<Convergence>> byGame = new LinkedHashMap<>();
        results.forEach(
                c -> byGame.computeIfAbsent(c.game(), game -> new ArrayList<>()).add(c));
        for (Map.Entry<String, List<Convergence>> game : byGame.entrySet()) {
            files.addAll(figure(folder.figures(), game.getKey(), game.getValue()));
        }
        files.add(folder.writeJson("verify.json", out -> {
            out.array("results", results, c -> {
                out.text("game", c.game());
                out.text("field", c.field());
                out.text("norm", c.norm());
                out.number("finest-intervals", c.intervals()[c.intervals().length - 1]);
                out.number("finest-error", c.errors()[c.errors().length - 1]);
                out.number("observed-order", c.order());
                out.number("expected-order", c.expected());
                out.text("result", c.isPassed() ? "pass" : "fail");
            });
            out.versions();
        }));
        return files;
    }

    private static void csv(Writer out, List<Convergence> results) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("game", "field", "norm", "intervals", "error", "order", "expected-order", "result");
            for (Convergence c : results) {
                for (int k = 0; k < c.errors().length; k++) {
                    csv.writeRecord(
                            c.game(),
                            c.field(),
                            c.norm(),
                            String.format(Locale.ROOT, "%.0f", c.intervals()[k]),
                            Double.toString(c.errors()[k]),
                            k == 0 ? "" : Double.toString(c.order(k - 1)),
                            Double.toString(c.expected()),
                            c.isPassed() ? "pass" : "fail");
                }
            }
        }
    }

    private static List<Path> figure(StudyFigures figures, String game, List<Convergence> results) throws IOException {
        List<Curve> curves = new ArrayList<>();
        for (Convergence c : results) {
            curves.add(Curve.data(c.field() + " in " + c.norm().replaceFirst(",.*", ""), c.intervals(), c.errors()));
        }
        double order = results.get(0).expected();
        Curve slope = Curve.slope(String.format(Locale.ROOT, "order %.0f", order), -order, curves.get(0));
        curves.add(slope);
        String label = results.get(0).norm().contains("next") ? "difference to the next grid" : "error";
        String stem = "verify-" + game.replaceAll("[^A-Za-z0-9.-]+", "-");
        return figures.logLog(stem, "intervals", label, curves);
    }
}
