package org.mfg.app.published;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mfg.app.output.OutputFolder;

/** {@code published.csv}, {@code .json} and {@code .md}, the table of the documentation. */
public final class PublishedFiles {
    private PublishedFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, List<Row> rows) throws IOException {
        return List.of(
                folder.writeText("published.csv", out -> csv(out, rows)),
                folder.writeText("published.md", out -> markdown(out, rows)),
                folder.writeJson("published.json", out -> {
                    out.array("rows", rows, row -> {
                        out.text("game", row.reference().subject());
                        out.text("setting", row.reference().setting());
                        out.text("quantity", row.reference().quantity());
                        out.text("published", row.reference().number());
                        out.number("ours", row.ours());
                        out.number("units-of-the-last-digit", row.units());
                        out.text("result", row.verdict());
                        out.text("kind", row.reference().kind().word());
                        out.text("source", row.reference().source());
                        out.text("method", row.method());
                    });
                    out.versions();
                }));
    }

    private static void csv(Writer out, List<Row> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    "game", "setting", "quantity", "published", "ours", "units", "result", "kind", "source", "method");
            for (Row row : rows) {
                Reference r = row.reference();
                csv.writeRecord(
                        r.subject(),
                        r.setting(),
                        r.quantity(),
                        r.number(),
                        Double.toString(row.ours()),
                        Double.toString(row.units()),
                        row.verdict(),
                        r.kind().word(),
                        r.source(),
                        row.method());
            }
        }
    }

    private static void markdown(Writer out, List<Row> rows) throws IOException {
        out.write("| game | setting | number | published | ours | off by | | kind: source | method |\n");
        out.write("|---|---|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            Reference r = row.reference();
            out.write("| "
                    + String.join(
                            " | ",
                            r.subject(),
                            r.setting(),
                            r.quantity(),
                            r.number(),
                            row.oursAsText(),
                            unitsAsText(row),
                            row.verdict(),
                            r.kind().word() + ": " + r.source(),
                            row.method())
                    + " |\n");
        }
    }

    /** The difference in units of the last published digit, to two digits. */
    public static String unitsAsText(Row row) {
        return String.format(Locale.ROOT, Math.abs(row.units()) < 100 ? "%.1f" : "%.1e", Math.abs(row.units()));
    }
}
