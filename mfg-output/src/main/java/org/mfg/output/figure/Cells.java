package org.mfg.output.figure;

import java.util.List;

/**
 * Values of two parameters as a table of colours.
 *
 * @param xLabel what the columns are
 * @param yLabel what the rows are, from below
 * @param valueLabel what the colours are
 * @param columns the columns' values as text
 * @param rows the rows' values as text
 * @param values values[row][column]; what is not a number is grey
 */
public record Cells(
        String xLabel, String yLabel, String valueLabel, List<String> columns, List<String> rows, double[][] values) {

    /** Copies the names. */
    public Cells {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
