package org.mfg.app.sweep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a runs.csv, by the names of the columns. */
public final class SweepRows {
    private SweepRows() {}

    /** All of them. */
    public static List<Map<String, String>> of(Path folder) throws IOException {
        return of(folder, "runs.csv");
    }

    /** All those of a table in a folder. */
    public static List<Map<String, String>> of(Path folder, String table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(folder.resolve(table))) {
            List<String> header = List.of();
            for (CsvRecord record : csv) {
                if (header.isEmpty()) {
                    header = record.getFields();
                    continue;
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int c = 0; c < header.size(); c++) {
                    row.put(header.get(c), record.getField(c));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** All that a run must give again. */
    public static List<Map<String, String>> withoutTimes(Path folder) throws IOException {
        List<Map<String, String>> rows = of(folder);
        rows.forEach(row -> row.remove("seconds"));
        return rows;
    }
}
