package org.mfg.app.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.output.file.Reading;

/**
 * The runs below some folders as tables of an analytical database in memory (DuckDB):
 *
 * <ul>
 *   <li>{@code runs}: the rows of every runs.csv and compare.csv, with their {@code folder};
 *   <li>{@code history}: the rows of every file in a folder history, with {@code folder} and {@code run};
 *   <li>{@code summaries}: every summary.json, with its {@code folder}.
 * </ul>
 *
 * <p>Once the tables are there, only queries are answered, and they can neither touch files, load extensions nor configure.
 */
public final class RunsDatabase implements AutoCloseable {
    private static final int DEEPEST = 12;

    private static final String RUNS = "runs";
    private static final String HISTORY = "history";
    private static final String SUMMARIES = "summaries";

    private final DuckDBConnection connection;
    private final Notes notes = new Notes();

    private RunsDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * A result of a statement.
     *
     * @param header the names of the columns
     * @param rows the cells as text; "" for a missing value
     * @param notes what to know of the tables that were read, a line each: one that has no rows, a file with half a line
     */
    public record Table(List<String> header, List<List<String>> rows, List<String> notes) {}

    /**
     * Reads what is below the folders.
     *
     * @throws InvalidInputException if a folder does not exist or there are no runs
     */
    public static RunsDatabase of(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw InvalidInputException.of("folder", "exist", folder);
            }
        }
        try (Reading reading = Reading.below(folders, DEEPEST)) {
            return of(folders, reading.files());
        }
    }

    private static RunsDatabase of(List<Path> folders, List<Path> files) throws IOException {
        List<Path> tables = named(files, "(runs|compare)\\.csv", ".*");
        List<Path> histories = named(files, ".*\\.csv", "history");
        List<Path> summaries = named(files, "summary\\.json", ".*");
        if (tables.isEmpty() && summaries.isEmpty()) {
            throw InvalidInputException.because(
                    "folder",
                    "no runs found below "
                            + folders.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + ": no runs.csv, compare.csv or summary.json");
        }
        try {
            RunsDatabase database =
                    new RunsDatabase(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
            try {
                database.load(tables, histories, summaries);
                return database;
            } catch (SQLException | IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException(oneLine(e), e);
        }
    }

    private static List<Path> named(List<Path> files, String name, String folder) {
        return files.stream()
                .filter(file -> last(file).matches(name)
                        && last(file.toAbsolutePath().getParent()).matches(folder))
                .toList();
    }

    private static String last(@Nullable Path path) {
        return path == null ? "" : String.valueOf(path.getFileName());
    }

    private void load(List<Path> tables, List<Path> histories, List<Path> summaries) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET allow_persistent_secrets = false");
            // What does not fit into the memory would be put into the folder where the user happens to be.
            statement.execute("SET temp_directory = ''");
            Map<Path, Map<String, String>> rows = new LinkedHashMap<>();
            tables.forEach(file -> rows.put(file, Map.of("folder", text(file.getParent()))));
            if (rows.isEmpty()) {
                statement.execute("CREATE TABLE runs (folder VARCHAR)");
            } else {
                new CsvTable(connection).create(RUNS, rows);
            }
            Map<Path, Map<String, String>> steps = new LinkedHashMap<>();
            histories.forEach(file -> steps.put(file, ofHistory(file)));
            if (!steps.isEmpty()) {
                new CsvTable(connection).create(HISTORY, steps);
            }
            if (!summaries.isEmpty()) {
                statement.execute("CREATE TABLE summaries AS SELECT "
                        + "regexp_replace(replace(filename, chr(92), '/'), '/?[^/]+$', '') AS folder"
                        + ", * EXCLUDE (filename) FROM read_json(" + list(summaries)
                        + ", union_by_name = true, filename = true, format = 'unstructured')");
            }
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
        notes.unfinished(RUNS, tables);
        notes.unfinished(HISTORY, histories);
        notes.absent(RUNS, tables, "there is no sweep and no comparison; runs are in the table summaries");
        notes.absent(HISTORY, histories, "there is no sweep and no comparison, and a run has its own convergence.csv");
        notes.absent(SUMMARIES, summaries, "there is no run of its own; those of sweeps are in the table runs");
    }

    private static Map<String, String> ofHistory(Path file) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("folder", text(above(above(file.getNameCount() > 2 ? file : file.toAbsolutePath()))));
        cells.put("run", last(file).replaceFirst("^.*?([0-9]*)[.]csv$", "$1"));
        return cells;
    }

    private static @Nullable Path above(@Nullable Path file) {
        return file == null ? null : file.getParent();
    }

    private static String text(@Nullable Path folder) {
        return folder == null ? "" : folder.toString().replace('\\', '/');
    }

    private static String list(List<Path> files) {
        return files.stream()
                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * Answers a query.
     *
     * @throws InvalidInputException if it is not a single SELECT (or one by another name, {@link QuerySql}), which is told before anything
     *     is executed, or has no answer; the message is the database's, in one line
     */
    public Table query(String sql) {
        List<String> told = new ArrayList<>();
        try {
            told.addAll(notes.of(new QuerySql(connection).require(sql)));
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                return table(result, told);
            }
        } catch (SQLException e) {
            InvalidInputException refusal = InvalidInputException.because("sql", oneLine(e));
            throw told.isEmpty() ? refusal : refusal.at(String.join("; ", told));
        }
    }

    private static Table table(ResultSet result, List<String> notes) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<String> header = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
            header.add(result.getMetaData().getColumnLabel(c));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int c = 1; c <= columns; c++) {
                @Nullable Object value = result.getObject(c);
                row.add(value == null ? "" : value.toString());
            }
            rows.add(row);
        }
        return new Table(header, rows, notes);
    }

    /** The first line of the message, and the database's hint if it has one. */
    private static String oneLine(SQLException e) {
        List<String> lines = String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("^") && !line.startsWith("LINE "))
                .toList();
        return String.join(" ", lines);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(oneLine(e), e);
        }
    }
}
