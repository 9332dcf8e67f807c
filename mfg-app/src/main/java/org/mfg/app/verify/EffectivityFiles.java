package org.mfg.app.verify;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mfg.app.output.OutputFolder;
import org.mfg.solvers.errorbars.ErrorBar;

/** {@code error-bars.csv} and {@code error-bars.json}: what error bars are worth where exact solutions are known. */
public final class EffectivityFiles {
    /** The one that is written last. */
    public static final String SUMMARY = "error-bars.json";

    private EffectivityFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, List<Effectivity> results) throws IOException {
        Path table = folder.writeText("error-bars.csv", out -> csv(out, results));
        List<Effectivity> telling =
                results.stream().filter(Effectivity::isTelling).toList();
        Path summary = folder.writeJson(SUMMARY, out -> {
            out.integer("bars", telling.size());
            out.integer(
                    "from-half-to-twice",
                    telling.stream().filter(Effectivity::isGood).count());
            out.versions();
        });
        return List.of(table, summary);
    }

    private static void csv(Writer out, List<Effectivity> results) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    "game",
                    "quantity",
                    "intervals",
                    "value",
                    "error",
                    "bar",
                    "effectivity",
                    "order",
                    "extrapolated",
                    "error-by-grids",
                    "error-by-residual",
                    "asymptotic");
            for (Effectivity e : results) {
                ErrorBar bar = e.bar();
                csv.writeRecord(
                        e.game(),
                        bar.quantity(),
                        String.format(Locale.ROOT, "%.0f", e.intervals()),
                        Double.toString(bar.value()),
                        Double.toString(e.error()),
                        Double.toString(bar.bar()),
                        e.isTelling() ? Double.toString(e.ratio()) : "",
                        Double.toString(bar.order()),
                        Double.toString(bar.extrapolated()),
                        Double.toString(bar.byGrids()),
                        Double.toString(bar.byResidual()),
                        Boolean.toString(bar.isAsymptotic()));
            }
        }
    }
}
