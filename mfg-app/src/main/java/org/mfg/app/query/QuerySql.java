package org.mfg.app.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.mfg.api.InvalidInputException;

/**
 * Tells queries from everything else by the database's own parser, before anything is executed: one SELECT, in any of its forms
 * (WITH, FROM, VALUES, TABLE, DESCRIBE, SUMMARIZE, SHOW).
 *
 * <p>A SELECT can have effects too, by the functions it calls: {@code from enable_logging(storage_path = ...)} writes files
 * however the configuration is locked. So the functions that make tables are those of a list.
 */
final class QuerySql {
    private static final Set<String> TABLE_FUNCTIONS =
            Set.of("range", "generate_series", "unnest", "json_each", "json_tree", "histogram", "histogram_values");
    private static final Set<String> REFUSED_FUNCTIONS = Set.of("write_log", "nextval", "setseed");
    private static final int SHOWN = 60;

    private final Connection connection;

    QuerySql(Connection connection) {
        this.connection = connection;
    }

    /**
     * Checks a statement without executing it.
     *
     * @throws InvalidInputException if it is not a single query, or calls a function that does more than compute
     */
    void require(String sql) throws SQLException {
        String tree = value("SELECT json_serialize_sql(CAST(? AS VARCHAR))", sql);
        if (value("SELECT json_extract_string(CAST(? AS VARCHAR), '$.error')", tree)
                .equals("true")) {
            if (value("SELECT json_extract_string(CAST(? AS VARCHAR), '$.error_type')", tree)
                    .equals("parser")) {
                throw InvalidInputException.because(
                        "sql", value("SELECT json_extract_string(CAST(? AS VARCHAR), '$.error_message')", tree));
            }
            throw notAQuery(sql);
        }
        if (!value("SELECT json_array_length(CAST(? AS VARCHAR), '$.statements')", tree)
                .equals("1")) {
            throw notAQuery(sql);
        }
        requireFunctions(tree);
    }

    private void requireFunctions(String tree) throws SQLException {
        String functions = "SELECT coalesce(value->>'$.function.function_name', value->>'$.function_name'),"
                + " (value->>'$.type') = 'TABLE_FUNCTION' FROM json_tree(CAST(? AS VARCHAR)) WHERE type = 'OBJECT'"
                + " AND ((value->>'$.type') = 'TABLE_FUNCTION' OR (value->>'$.class') IN ('FUNCTION', 'WINDOW'))";
        try (PreparedStatement statement = connection.prepareStatement(functions)) {
            statement.setString(1, tree);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String name = String.valueOf(found.getString(1)).toLowerCase(Locale.ROOT);
                    boolean isTable = found.getBoolean(2);
                    if (isTable ? !TABLE_FUNCTIONS.contains(name) : REFUSED_FUNCTIONS.contains(name)) {
                        throw InvalidInputException.because(
                                "sql",
                                "the function " + name + " is not allowed: a query reads the tables of runs only");
                    }
                }
            }
        }
    }

    private static InvalidInputException notAQuery(String sql) {
        String shown = sql.strip().replaceAll("\\s+", " ");
        return InvalidInputException.of(
                "sql",
                "be one SELECT, WITH, DESCRIBE or SUMMARIZE",
                "'" + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown) + "'");
    }

    private String value(String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return String.valueOf(result.getString(1));
            }
        }
    }
}
