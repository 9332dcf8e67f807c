package org.mfg.output.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * {@code density.csv} and {@code value.csv}, doubles in full. In one dimension a row for each time level: t, then the
 * values at the nodes, whose coordinates are the header. In more dimensions a row for each node of each level: t, the
 * coordinates, the value. Of a stationary game a row for each node: the coordinates, the value.
 */
public final class FieldCsv {
    /** Above this many values a text file serves nobody; solution.npz holds them. */
    public static final int MAX_VALUES = 4_000_000;

    private FieldCsv() {}

    /** Writes a function of time and space, time slowest; the stream is closed. */
    public static void write(Writer out, String name, Grid grid, TimeGrid time, double[] field) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            if (grid.dimension() == 1) {
                wide(csv, grid, time, field);
            } else {
                tall(csv, name, grid, time, field);
            }
        }
    }

    /** Writes functions of space alone, by name; the stream is closed. */
    public static void write(Writer out, Grid grid, Map<String, double[]> fields) throws IOException {
        int d = grid.dimension();
        String[] row = new String[d + fields.size()];
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            for (int k = 0; k < d; k++) {
                row[k] = grid.domain().axis(k).name();
            }
            int column = d;
            for (String name : fields.keySet()) {
                row[column++] = name;
            }
            csv.writeRecord(row);
            for (int i = 0; i < grid.size(); i++) {
                for (int k = 0; k < d; k++) {
                    row[k] = Double.toString(grid.coordinate(i, k));
                }
                column = d;
                for (double[] field : fields.values()) {
                    row[column++] = Double.toString(field[i]);
                }
                csv.writeRecord(row);
            }
        }
    }

    /** Writes functions of time and space, by name, at the end of each time step, the nodes of a time after each other; the stream is closed. */
    public static void write(Writer out, Grid grid, TimeGrid time, Map<String, double[]> fields) throws IOException {
        int d = grid.dimension();
        String[] row = new String[1 + d + fields.size()];
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            row[0] = "t";
            for (int k = 0; k < d; k++) {
                row[1 + k] = grid.domain().axis(k).name();
            }
            int column = 1 + d;
            for (String name : fields.keySet()) {
                row[column++] = name;
            }
            csv.writeRecord(row);
            for (int at = 0; at < time.steps() * grid.size(); at++) {
                int i = at % grid.size();
                row[0] = Double.toString(time.time(at / grid.size() + 1));
                for (int k = 0; k < d; k++) {
                    row[1 + k] = Double.toString(grid.coordinate(i, k));
                }
                column = 1 + d;
                for (double[] field : fields.values()) {
                    row[column++] = Double.toString(field[at]);
                }
                csv.writeRecord(row);
            }
        }
    }

    private static void wide(CsvWriter csv, Grid grid, TimeGrid time, double[] field) {
        int n = grid.size();
        String[] row = new String[n + 1];
        row[0] = "t";
        for (int i = 0; i < n; i++) {
            row[i + 1] = Double.toString(grid.coordinate(i, 0));
        }
        csv.writeRecord(row);
        for (int j = 0; j < time.levels(); j++) {
            row[0] = Double.toString(time.time(j));
            for (int i = 0; i < n; i++) {
                row[i + 1] = Double.toString(field[j * n + i]);
            }
            csv.writeRecord(row);
        }
    }

    private static void tall(CsvWriter csv, String name, Grid grid, TimeGrid time, double[] field) {
        int d = grid.dimension();
        String[] row = new String[d + 2];
        row[0] = "t";
        for (int k = 0; k < d; k++) {
            row[k + 1] = grid.domain().axis(k).name();
        }
        row[d + 1] = name;
        csv.writeRecord(row);
        for (int j = 0; j < time.levels(); j++) {
            row[0] = Double.toString(time.time(j));
            for (int i = 0; i < grid.size(); i++) {
                for (int k = 0; k < d; k++) {
                    row[k + 1] = Double.toString(grid.coordinate(i, k));
                }
                row[d + 1] = Double.toString(field[j * grid.size() + i]);
                csv.writeRecord(row);
            }
        }
    }
}
