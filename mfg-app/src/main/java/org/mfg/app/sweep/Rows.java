package org.mfg.app.sweep;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.ResultColumns;
import org.mfg.output.csv.ConvergenceCsv;

/**
 * The lines of runs.csv: number, settings, how the run ended, quantities, their error bars, what is extrapolated. Cells stay empty where a run has no such number;
 * quantities are those of equilibria only. No cell has a line break, so a line is a row.
 */
final class Rows {
    private final SweepSpec spec;

    Rows(SweepSpec spec) {
        this.spec = spec;
    }

    /** The names of the columns. */
    List<String> header() {
        List<String> header = new ArrayList<>(List.of("run"));
        header.addAll(spec.plan().names());
        header.addAll(ResultColumns.NAMES);
        spec.columns().forEach(q -> header.add(q.name()));
        header.addAll(spec.barNames());
        return header;
    }

    private List<String> row(Run run) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(run.number())));
        run.point().values().forEach(value -> row.add(value.toString()));
        row.addAll(ResultColumns.cells(run.status(), run.reason(), run.outcome()));
        run.quantities().forEach(q -> row.add(Double.toString(q)));
        run.bars().forEach(bar -> row.add(bar.isEmpty() ? "" : Double.toString(bar.getAsDouble())));
        row.addAll(Collections.nCopies(header().size() - row.size(), ""));
        return row;
    }

    /** What is kept of a run. */
    RunResult result(Run run) {
        Outcome outcome = run.outcome();
        String history =
                outcome == null ? "" : ConvergenceCsv.text(outcome.equilibrium().history());
        return new RunResult(run.number(), run.status(), row(run), history);
    }

    /** A row as text, its end included. */
    static String line(List<String> cells) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)
                .writeRecord(cells.stream().map(Rows::inOneLine).toList());
        return text.toString();
    }

    private static String inOneLine(String cell) {
        return cell.replaceAll("\\R", " ");
    }
}
