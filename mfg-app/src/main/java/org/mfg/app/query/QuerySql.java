package org.mfg.app.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
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
    private static final String QUERIES = "one SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SUMMARIZE or SHOW";
    private static final String SYNTAX = "parser";
    private static final int SHOWN = 60;

    private final Connection connection;

    QuerySql(Connection connection) {
        this.connection = connection;
    }

    /**
     * Checks a statement without executing it; returns the names of the tables that it reads, in small letters.
     *
     * @throws InvalidInputException if it is not a single query, or calls a function that does more than compute
     */
    Set<String> require(String sql) throws SQLException {
        String tree = tree(sql);
        String error = error(tree);
        if (error.equals(SYNTAX)) {
            throw InvalidInputException.because("sql", field(tree, "error_message"));
        }
        String count = value("SELECT json_array_length(CAST(? AS VARCHAR), '$.statements')", tree);
        if (count.equals("0")) {
            throw InvalidInputException.because("sql", "sql must be " + QUERIES + ", but there is none in it");
        }
        if (!error.isEmpty() || !count.equals("1")) {
            throw notAQuery(sql);
        }
        requireFunctions(tree);
        return tables(tree);
    }

    private String tree(String sql) throws SQLException {
        return value("SELECT json_serialize_sql(CAST(? AS VARCHAR))", sql);
    }

    /** What kind of error it is that there is no tree; "" where there is one. */
    private String error(String tree) throws SQLException {
        return field(tree, "error").equals("true") ? field(tree, "error_type") : "";
    }

    private String field(String tree, String name) throws SQLException {
        return value("SELECT json_extract_string(CAST(? AS VARCHAR), '$." + name + "')", tree);
    }

    private Set<String> tables(String tree) throws SQLException {
        Set<String> tables = new HashSet<>();
        String names = "SELECT lower(value->>'$.table_name') FROM json_tree(CAST(? AS VARCHAR))"
                + " WHERE type = 'OBJECT' AND (value->>'$.table_name') IS NOT NULL";
        try (PreparedStatement statement = connection.prepareStatement(names)) {
            statement.setString(1, tree);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
        }
        return tables;
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

    /** The first statement ends at the first semicolon before which the parser finds no fault. */
    private InvalidInputException notAQuery(String sql) throws SQLException {
        for (int end = sql.indexOf(';'); end >= 0; end = sql.indexOf(';', end + 1)) {
            String error = error(tree(sql.substring(0, end)));
            String rest = sql.substring(end + 1);
            if (error.isEmpty() && !rest.isBlank()) {
                return InvalidInputException.because(
                        "sql", "sql must be one statement, but a second one follows: " + shown(rest));
            }
            if (!error.equals(SYNTAX)) {
                break;
            }
        }
        return InvalidInputException.of("sql", "be " + QUERIES, shown(sql));
    }

    private static String shown(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "'";
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
