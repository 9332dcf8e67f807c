package org.mfg.app.path;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Decimal;
import org.mfg.api.spi.Names;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.npz.NpzFile;

/**
 * The path of a parameter in a file: times {@code t} and values, columns of a CSV with a header or arrays of a NumPy archive.
 *
 * @param t the times
 * @param values as many
 */
record ShockFile(double[] t, double[] values) {
    private static final String FIELD = "shock";
    private static final String TIME = "t";

    /**
     * Reads a file.
     *
     * @param column the name of the values
     * @throws InvalidInputException if it cannot be read; the message tells the file, and the column or the line
     */
    static ShockFile read(Path file, String column) {
        try {
            return file.toString().endsWith(".npz") ? archive(file, column) : table(file, column);
        } catch (ZipException e) {
            throw InvalidInputException.because(FIELD, "shock must be a NumPy archive (.npz)")
                    .at(file.toString());
        } catch (IOException e) {
            throw InvalidInputException.because(FIELD, "shock cannot be read: " + FileTrouble.ofReading(e))
                    .at(file.toString());
        } catch (InvalidInputException e) {
            throw e.at(file.toString());
        }
    }

    private static ShockFile archive(Path file, String column) throws IOException {
        try (NpzFile archive = NpzFile.open(file)) {
            requireColumns(List.copyOf(archive.names()), column);
            double[] t = archive.array(TIME).values();
            double[] values = archive.array(column).values();
            if (archive.shape(TIME).length != 1 || archive.shape(column).length != 1 || values.length != t.length) {
                throw InvalidInputException.because(
                        FIELD, "shock must have arrays t and " + column + " of one axis and the same length");
            }
            return new ShockFile(t, values);
        }
    }

    private static ShockFile table(Path file, String column) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                requireColumns(row.getHeader(), column);
                rows.add(new double[] {number(row, TIME), number(row, column)});
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw InvalidInputException.of(FIELD, "be a table in CSV", String.valueOf(e.getMessage()));
        }
        if (rows.isEmpty()) {
            throw InvalidInputException.because(FIELD, "shock must have rows under a header with t and " + column);
        }
        return new ShockFile(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray());
    }

    private static void requireColumns(List<String> there, String column) {
        for (String name : List.of(TIME, column)) {
            if (!there.contains(name)) {
                throw Names.unknown("column", name, there);
            }
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        String cell = row.findField(column).orElse("").strip();
        try {
            return Decimal.parse(cell);
        } catch (NumberFormatException e) {
            throw InvalidInputException.of(
                    FIELD, "have numbers in column " + column, "'" + cell + "' in line " + row.getStartingLineNumber());
        }
    }
}
