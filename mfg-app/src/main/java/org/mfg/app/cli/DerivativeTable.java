package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.mfg.app.sensitivity.Row;

/** The table of derivatives. */
final class DerivativeTable {
    private DerivativeTable() {}

    static void print(List<Row> rows, PrintWriter out) {
        if (rows.isEmpty()) {
            out.println("No derivative is above round-off.");
            return;
        }
        Columns table = new Columns("");
        table.row("of", "value", "to", "at", "derivative", "elasticity");
        for (Row row : rows) {
            table.row(
                    row.quantity(),
                    number(row.value()),
                    row.parameter(),
                    number(row.parameterValue()),
                    number(row.derivative()),
                    Double.isFinite(row.elasticity()) ? number(row.elasticity()) : "");
        }
        table.print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }
}
