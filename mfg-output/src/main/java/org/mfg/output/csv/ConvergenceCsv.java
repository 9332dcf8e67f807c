package org.mfg.output.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.mfg.api.equilibrium.Iteration;

/** {@code convergence.csv}: a row for each iteration, the initial guess first. */
public final class ConvergenceCsv {
    private ConvergenceCsv() {}

    /** The table as text. */
    public static String text(List<Iteration> history) {
        StringWriter text = new StringWriter();
        try {
            write(text, history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the table; the stream is closed. */
    public static void write(Writer out, List<Iteration> history) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    "iteration",
                    "hjb-residual",
                    "fp-residual",
                    "defect",
                    "exploitability",
                    "mass-drift",
                    "min-density",
                    "step",
                    "sweeps",
                    "seconds");
            for (Iteration i : history) {
                csv.writeRecord(
                        Integer.toString(i.index()),
                        Double.toString(i.hjbResidual()),
                        Double.toString(i.fpResidual()),
                        Double.toString(i.defect()),
                        Double.toString(i.exploitability()),
                        Double.toString(i.massDrift()),
                        Double.toString(i.minDensity()),
                        Double.toString(i.step()),
                        Integer.toString(i.sweeps()),
                        Double.toString(i.seconds()));
            }
        }
    }
}
