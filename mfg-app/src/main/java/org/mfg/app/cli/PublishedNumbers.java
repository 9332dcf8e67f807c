package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.app.published.Catalogue;
import org.mfg.app.published.PublishedFiles;
import org.mfg.app.published.Reference;
import org.mfg.app.published.Row;
import org.mfg.solvers.Mfg;

/** {@code mfg verify --published}: numbers that others published beside ours. */
record PublishedNumbers(Console console) {

    /** Computes, prints and writes them; fails only if one has no number of ours, as being outside is an answer. */
    int compute(Mfg mfg, RunOptions options, boolean isQuick) throws IOException {
        if (RunOptions.given(options.discretization) != null) {
            throw InvalidInputException.because(
                    "--published",
                    "--published must not be given with --discretization: each number has a scheme of its own");
        }
        Path path = FileName.given(options.out).orElse(Path.of("out", "published"));
        boolean isQuiet = RunOptions.isGiven(options.quiet);
        return console.work(path, options.style.given(), isQuiet, (folder, progress) -> {
            List<Row> rows = Catalogue.compute(mfg, isQuick, progress);
            progress.clear();
            List<Path> files = PublishedFiles.write(folder, rows);
            folder.exchange("published", "published.json");
            if (!isQuiet) {
                print(rows);
                console.wrote(folder.path(), files);
            }
            return rows.stream().allMatch(row -> Double.isFinite(row.ours()))
                    ? ExitCode.SUCCESS
                    : ExitCode.NO_EQUILIBRIUM;
        });
    }

    private void print(List<Row> rows) {
        Columns table = new Columns("");
        table.row("game", "setting", "number", "published", "ours", "units", "");
        for (Row row : rows) {
            Reference r = row.reference();
            table.row(
                    r.subject(),
                    r.setting(),
                    r.quantity(),
                    r.number(),
                    row.oursAsText(),
                    PublishedFiles.unitsAsText(row),
                    row.verdict());
        }
        table.print(console.out());
    }
}
