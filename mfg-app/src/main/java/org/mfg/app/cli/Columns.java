package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text with aligned columns; columns that are empty in every row take no room. */
final class Columns {
    private static final String GAP = "  ";

    private final String indent;
    private final List<String[]> rows = new ArrayList<>();

    Columns(String indent) {
        this.indent = indent;
    }

    /** Adds a row; all rows have the same number of cells. */
    void row(String... cells) {
        rows.add(cells);
    }

    void print(PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < row.length; c++) {
                if (widths[c] > 0) {
                    line.append(row[c])
                            .append(" ".repeat(widths[c] - row[c].length()))
                            .append(GAP);
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
