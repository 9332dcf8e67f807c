package org.mfg.app.query;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.app.study.ResultColumns;
import org.mfg.app.table.TableFile;

/**
 * A table of the rows of many CSV files, with the columns of all of them, matched by name; a cell that a file does not have is
 * null, as an empty one is. The kind of a column is that of all its cells: nothing is guessed from a sample.
 */
final class CsvTable {
    private static final Set<String> WORDS = Set.of("folder", ResultColumns.STATUS, ResultColumns.REASON);

    private final DuckDBConnection connection;
    private final Map<String, @Nullable Kind> kinds = new LinkedHashMap<>();

    /** An empty table of a database. */
    CsvTable(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * Creates the table.
     *
     * @param name its name
     * @param files each file, with the cells that are the same for all of its rows
     * @throws InvalidInputException if a file is damaged
     */
    void create(String name, Map<Path, Map<String, String>> files) throws IOException, SQLException {
        for (Map.Entry<Path, Map<String, String>> file : files.entrySet()) {
            file.getValue().keySet().forEach(column -> kinds.put(column, null));
        }
        for (Path file : files.keySet()) {
            new TableFile(file).header().forEach(column -> kinds.putIfAbsent(column, null));
        }
        try (Statement statement = connection.createStatement()) {
            List<String> texts = names().stream().map(c -> c + " VARCHAR").toList();
            statement.execute("CREATE TEMP TABLE staged (" + String.join(", ", texts) + ")");
            try (DuckDBAppender rows = connection.createAppender("temp", "main", "staged")) {
                for (Map.Entry<Path, Map<String, String>> file : files.entrySet()) {
                    new TableFile(file.getKey())
                            .<SQLException>forEach((header, row) -> append(rows, file.getValue(), header, row));
                }
            }
            statement.execute("CREATE TABLE " + name + " AS SELECT " + String.join(", ", casts()) + " FROM staged");
            statement.execute("DROP TABLE staged");
        }
    }

    private void append(DuckDBAppender rows, Map<String, String> common, List<String> header, List<String> row)
            throws SQLException {
        rows.beginRow();
        for (Map.Entry<String, @Nullable Kind> column : kinds.entrySet()) {
            int at = header.indexOf(column.getKey());
            String cell = common.getOrDefault(column.getKey(), at < 0 ? "" : row.get(at));
            if (cell.isEmpty()) {
                rows.appendNull();
            } else {
                Kind kind = column.getValue();
                column.setValue((kind == null ? Kind.BIGINT : kind).with(cell));
                rows.append(cell);
            }
        }
        rows.endRow();
    }

    private List<String> casts() {
        List<String> names = names();
        List<String> casts = new ArrayList<>();
        int c = 0;
        for (Map.Entry<String, @Nullable Kind> column : kinds.entrySet()) {
            casts.add("CAST(" + names.get(c) + " AS " + kind(column) + ") AS " + names.get(c));
            c++;
        }
        return casts;
    }

    /** A column without a cell holds numbers, as all do but the words: so that an average of nothing is null and no error. */
    private static Kind kind(Map.Entry<String, @Nullable Kind> column) {
        Kind kind = column.getValue();
        if (WORDS.contains(column.getKey())) {
            return Kind.VARCHAR;
        }
        return kind == null ? Kind.DOUBLE : kind;
    }

    /** The names of the columns in SQL, which does not tell capitals from small letters: there a number is added. */
    private List<String> names() {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> names = new ArrayList<>();
        for (String column : kinds.keySet()) {
            String name = column;
            for (int k = 1; !taken.add(name); k++) {
                name = column + "_" + k;
            }
            names.add('"' + name.replace("\"", "\"\"") + '"');
        }
        return names;
    }
}
