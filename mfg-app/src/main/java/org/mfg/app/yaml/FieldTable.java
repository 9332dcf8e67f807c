package org.mfg.app.yaml;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.Decimal;
import org.mfg.api.spi.Names;

/**
 * Reads a field from a CSV file in the form of density.csv: a header with the names of the axes, perhaps t before them, and of columns of values; a row
 * for each node, the last axis the fastest. The file of a game on a line with a horizon, a row for each time under the coordinates, is read too.
 */
final class FieldTable {
    private final List<List<String>> rows;
    private final Domain domain;

    private FieldTable(List<List<String>> rows, Domain domain) {
        this.rows = rows;
        this.domain = domain;
    }

    /** @param column the column of the values; "" for the last one */
    static FieldData read(Path file, String column, Domain domain) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(row -> rows.add(row.getFields()));
        } catch (CsvParseException | UncheckedIOException e) {
            throw InvalidInputException.of("data", "be a table in CSV", String.valueOf(e.getMessage()));
        }
        if (rows.size() < 2) {
            throw InvalidInputException.of("data", "have a header and rows", rows.size() + " lines");
        }
        FieldTable table = new FieldTable(rows, domain);
        List<String> header = rows.get(0);
        boolean isWide = domain.dimension() == 1
                && header.get(0).equals("t")
                && !header.contains(domain.axis(0).name());
        return isWide ? table.wide() : table.tall(column);
    }

    private FieldData wide() {
        int n = rows.get(0).size() - 1;
        double[] x = new double[n];
        double[] t = new double[rows.size() - 1];
        double[] values = new double[t.length * n];
        for (int i = 0; i < n; i++) {
            x[i] = number(0, i + 1);
        }
        for (int j = 0; j < t.length; j++) {
            t[j] = number(j + 1, 0);
            for (int i = 0; i < n; i++) {
                values[j * n + i] = number(j + 1, i + 1);
            }
        }
        return new FieldData(t, List.of(x), values);
    }

    private FieldData tall(String column) {
        List<String> header = rows.get(0);
        boolean hasTime = header.contains("t");
        List<String> axes = new ArrayList<>(hasTime ? List.of("t") : List.of());
        domain.axes().stream().map(Axis::name).forEach(axes::add);
        List<double[]> coordinates = new ArrayList<>();
        int block = rows.size() - 1;
        boolean isWhole = true;
        for (String axis : axes) {
            double[] nodes = nodes(index(axis), block);
            coordinates.add(nodes);
            isWhole &= block % nodes.length == 0;
            block /= nodes.length;
        }
        if (!isWhole || block != 1) {
            throw InvalidInputException.because(
                    "data", "data must have one row for each node, the last axis the fastest");
        }
        int at = column.isEmpty() ? header.size() - 1 : index(column);
        double[] values = new double[rows.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(i + 1, at);
            int rest = i;
            for (int k = axes.size() - 1; k >= 0; k--) {
                double[] nodes = coordinates.get(k);
                double expected = nodes[rest % nodes.length];
                rest /= nodes.length;
                double found = number(i + 1, index(axes.get(k)));
                if (found != expected) {
                    throw InvalidInputException.of(
                            axes.get(k) + " of the data",
                            "be " + expected + " in line " + (i + 2) + ", as nodes of a grid in order",
                            found);
                }
            }
        }
        double[] times = hasTime ? coordinates.remove(0) : new double[0];
        return new FieldData(times, coordinates, values);
    }

    private int index(String column) {
        int at = rows.get(0).indexOf(column);
        if (at < 0) {
            throw Names.unknown("column of the data", column, rows.get(0));
        }
        return at;
    }

    /** The values of a column in blocks of which each has all of them: they change while they increase, then begin again. */
    private double[] nodes(int column, int block) {
        List<Double> nodes = new ArrayList<>();
        for (int row = 1; row <= block; row++) {
            double value = number(row, column);
            if (nodes.isEmpty() || value > nodes.get(nodes.size() - 1)) {
                nodes.add(value);
            } else if (value != nodes.get(nodes.size() - 1)) {
                break;
            }
        }
        return nodes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double number(int row, int column) {
        String cell = rows.get(row).get(column);
        try {
            return Decimal.parse(cell.strip());
        } catch (NumberFormatException e) {
            throw InvalidInputException.of("data", "have a number in line " + (row + 1), "'" + cell + "'");
        }
    }
}
