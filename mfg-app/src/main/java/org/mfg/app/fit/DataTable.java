package org.mfg.app.fit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.spi.Decimal;
import org.mfg.api.spi.Names;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.Observations;

/**
 * Observations in a table in CSV, with a header that tells of what:
 *
 * <pre>
 *   quantity,value[,error]     values of quantities, such as "mean(0.5)"
 *   t,x,m[,error]              densities, with a column for each axis
 *   [agent,]t,x                positions of agents; without numbers of agents each is of another one
 *   t,0,0.01,0.02, ...         densities on a line, as in density.csv: a row for each time under the positions
 * </pre>
 *
 * <p>Without t in a stationary game. {@code error} is the standard deviation. An empty cell, NaN and NA were not observed.
 */
final class DataTable {
    private static final String TIME = "t";
    private static final String ERROR = "error";
    private static final String DENSITY = "m";
    private static final String AGENT = "agent";
    private static final String QUANTITY = "quantity";
    private static final String VALUE = "value";

    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\t]");
    private static final Set<String> NOT_OBSERVED = Set.of("", "nan", "na");

    private final List<String> header;
    private final List<CsvRecord> rows;
    private final DiscreteGame game;
    private final List<String> axes;

    private DataTable(List<String> header, List<CsvRecord> rows, DiscreteGame game) {
        this.header = header;
        this.rows = rows;
        this.game = game;
        axes = game.game().domain().axes().stream().map(Axis::name).toList();
    }

    static Observations read(Path file, Mfg mfg, DiscreteGame game, List<String> ofMarket) throws IOException {
        requireCommas(file);
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(rows::add);
        } catch (CsvParseException | UncheckedIOException e) {
            throw InvalidInputException.of(DataFile.FIELD, "be a table in CSV", String.valueOf(e.getMessage()));
        }
        if (rows.size() < 2) {
            throw InvalidInputException.of(DataFile.FIELD, "have a header and rows", rows.size() + " lines");
        }
        List<String> header =
                rows.remove(0).getFields().stream().map(String::strip).toList();
        return new DataTable(header, rows, game).observations(mfg, ofMarket);
    }

    private static void requireCommas(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            @Nullable String header = lines.readLine();
            if (header != null && OTHER_SEPARATOR.matcher(header).find()) {
                throw InvalidInputException.of(
                        DataFile.FIELD,
                        "have commas between columns and points in numbers",
                        "a header " + InvalidInputException.shown(header));
            }
        }
    }

    private Observations observations(Mfg mfg, List<String> ofMarket) {
        if (header.contains(QUANTITY)) {
            requireColumns(List.of(QUANTITY, VALUE), List.of(ERROR));
            QuantityList list = new QuantityList(mfg, game, ofMarket);
            forEach(row -> list.add(cell(row, QUANTITY), number(row, VALUE), number(row, ERROR)));
            return list.observations();
        }
        Sightings sightings = new Sightings(game);
        if (isWide()) {
            forEach(row -> addWide(row, sightings));
            return sightings.densities();
        }
        List<String> where = new ArrayList<>(axes);
        if (!game.game().isStationary()) {
            where.add(0, TIME);
        }
        if (header.contains(DENSITY)) {
            where.add(DENSITY);
            requireColumns(where, List.of(ERROR));
            forEach(row ->
                    sightings.addDensity(number(row, TIME), place(row), number(row, DENSITY), number(row, ERROR)));
            return sightings.densities();
        }
        requireColumns(where, List.of(DENSITY, AGENT));
        Map<String, Long> agents = new HashMap<>();
        forEach(row -> {
            String name = header.contains(AGENT) ? cell(row, AGENT) : String.valueOf(row.getStartingLineNumber());
            long agent = agents.computeIfAbsent(name, next -> (long) agents.size());
            sightings.addPosition(agent, number(row, TIME), place(row));
        });
        return sightings.positions();
    }

    private interface Action {
        void accept(CsvRecord row);
    }

    private void forEach(Action action) {
        for (CsvRecord row : rows) {
            try {
                action.accept(row);
            } catch (InvalidInputException e) {
                throw e.at("line " + row.getStartingLineNumber());
            }
        }
    }

    private void requireColumns(List<String> needed, List<String> allowed) {
        List<String> known = new ArrayList<>(needed);
        known.addAll(allowed);
        for (String name : header) {
            if (!known.contains(name)) {
                throw Names.unknown("column of the data", name, known);
            }
        }
        for (String name : needed) {
            if (!header.contains(name)) {
                throw InvalidInputException.of(
                        DataFile.FIELD, "have a column " + name, "a header " + String.join(",", header));
            }
        }
    }

    private boolean isWide() {
        boolean isLine = axes.size() == 1 && !game.game().isStationary();
        return isLine && header.get(0).equals(TIME) && header.stream().skip(1).allMatch(DataTable::isNumber);
    }

    private static boolean isNumber(String text) {
        try {
            Decimal.parse(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void addWide(CsvRecord row, Sightings sightings) {
        for (int k = 1; k < header.size(); k++) {
            double[] place = {Decimal.parse(header.get(k))};
            sightings.addDensity(number(row, 0), place, number(row, k), Double.NaN);
        }
    }

    private double[] place(CsvRecord row) {
        return axes.stream().mapToDouble(axis -> number(row, axis)).toArray();
    }

    private String cell(CsvRecord row, String column) {
        return row.getField(header.indexOf(column)).strip();
    }

    /** NaN where there is no such column. */
    private double number(CsvRecord row, String column) {
        int at = header.indexOf(column);
        return at < 0 ? Double.NaN : number(row, at);
    }

    /** NaN of a cell in which nothing was observed. */
    private double number(CsvRecord row, int column) {
        String cell = row.getField(column).strip();
        if (NOT_OBSERVED.contains(cell.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        try {
            return Decimal.parse(cell);
        } catch (NumberFormatException e) {
            throw InvalidInputException.of(
                    DataFile.FIELD, "have numbers in column " + header.get(column), "'" + cell + "'");
        }
    }
}
