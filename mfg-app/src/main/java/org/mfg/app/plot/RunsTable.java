package org.mfg.app.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;
import org.mfg.app.study.ResultColumns;
import org.mfg.app.table.TableFile;
import org.mfg.output.figure.Cells;
import org.mfg.output.figure.Curve;
import org.mfg.output.file.ResultFolder;

/** The rows of a runs.csv or compare.csv that a figure is drawn from. Runs without an equilibrium have no numbers to draw. */
public final class RunsTable {
    private static final List<String> FILES = List.of("runs.csv", "compare.csv");

    /** Numbers by size, then words. */
    private static final Comparator<String> ORDER =
            Comparator.comparingDouble(RunsTable::number).thenComparing(Comparator.naturalOrder());

    private final List<String> header;
    private final List<List<String>> rows;

    private final Optional<String> note;

    private RunsTable(List<String> header, List<List<String>> rows, Optional<String> note) {
        this.header = header;
        this.rows = rows;
        this.note = note;
    }

    /**
     * Reads a table.
     *
     * @param path the file, or a folder with a runs.csv or compare.csv
     */
    public static RunsTable read(Path path) throws IOException {
        ResultFolder.settle(
                Files.isDirectory(path) ? path : path.toAbsolutePath().resolveSibling(""));
        Path file = path;
        if (Files.isDirectory(path)) {
            file = FILES.stream()
                    .map(path::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(
                            () -> InvalidInputException.of("runs", "have a " + String.join(" or a ", FILES), path));
        } else if (!Files.isRegularFile(path)) {
            throw InvalidInputException.of("runs", "be a folder of runs or a table of them that exists", path);
        }
        TableFile table = new TableFile(file);
        List<List<String>> rows = new ArrayList<>();
        table.forEach((header, row) -> rows.add(row));
        if (rows.isEmpty()) {
            throw InvalidInputException.of("runs", "have rows", file);
        }
        return new RunsTable(table.header(), rows, table.unfinished());
    }

    /** What to know of the table, in a line: that its last line is not finished. */
    public Optional<String> note() {
        return note;
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /** The rows in which a column has a value. */
    public RunsTable where(String column, String value) {
        int at = column(column);
        List<List<String>> kept =
                rows.stream().filter(row -> isSame(row.get(at), value)).toList();
        if (kept.isEmpty()) {
            List<String> known = rows.stream()
                    .map(row -> row.get(at))
                    .distinct()
                    .sorted(ORDER)
                    .limit(20)
                    .toList();
            throw InvalidInputException.of(
                    column, "be a value that a run has (" + String.join(", ", known) + ")", value);
        }
        return new RunsTable(header, kept, note);
    }

    private static boolean isSame(String cell, String value) {
        return cell.equals(value) || number(cell) == number(value);
    }

    /** How many rows have no equilibrium. */
    public long withoutEquilibrium() {
        return rows.stream().filter(row -> !isConverged(row)).count();
    }

    private boolean isConverged(List<String> row) {
        int at = header.indexOf(ResultColumns.STATUS);
        return at < 0 || row.get(at).equals("CONVERGED");
    }

    private int column(String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw Names.unknown("column", name, header);
        }
        return at;
    }

    /**
     * Lines of y over x, one for each value of a third column, with the error bars of y if the table has them.
     *
     * @param colour the third column; "" for a single line
     */
    public List<Curve> curves(String x, String y, String colour) {
        int xAt = column(x);
        int yAt = column(y);
        int barAt = header.indexOf(ResultColumns.BAR_OF + y);
        Map<String, TreeMap<Double, Point>> lines = new TreeMap<>(ORDER);
        for (List<String> row : rows) {
            double at = number(row.get(xAt));
            if (Double.isNaN(at)) {
                throw InvalidInputException.of(
                        x, "be a number for lines (or give --value for a heat map)", row.get(xAt));
            }
            String line = colour.isEmpty() ? "" : row.get(column(colour));
            double value = isConverged(row) ? number(row.get(yAt)) : Double.NaN;
            double bar = barAt < 0 ? Double.NaN : number(row.get(barAt));
            if (lines.computeIfAbsent(line, l -> new TreeMap<>()).put(at, new Point(value, bar)) != null) {
                throw ambiguous(x + " " + row.get(xAt));
            }
        }
        return lines.entrySet().stream()
                .map(e -> new Curve(
                        colour.isEmpty() ? y : colour + " " + e.getKey(),
                        e.getValue().keySet().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        e.getValue().values().stream().mapToDouble(Point::y).toArray(),
                        barAt < 0
                                ? new double[0]
                                : e.getValue().values().stream()
                                        .mapToDouble(Point::bar)
                                        .toArray(),
                        false))
                .toList();
    }

    /** Of a line, with its error bar; NaN for none. */
    private record Point(double y, double bar) {}

    /**
     * The values of a column over two others.
     *
     * @param isLogX whether the horizontal axis is logarithmic
     * @param isLogY whether the vertical one is
     */
    public Cells cells(String x, String y, String value, boolean isLogX, boolean isLogY) {
        List<String> columns = distinct(x);
        List<String> lines = distinct(y);
        double[][] values = new double[lines.size()][columns.size()];
        boolean[][] taken = new boolean[lines.size()][columns.size()];
        for (double[] line : values) {
            Arrays.fill(line, Double.NaN);
        }
        for (List<String> row : rows) {
            int i = lines.indexOf(row.get(column(y)));
            int j = columns.indexOf(row.get(column(x)));
            if (taken[i][j]) {
                throw ambiguous(x + " " + columns.get(j) + " and " + y + " " + lines.get(i));
            }
            taken[i][j] = true;
            values[i][j] = isConverged(row) ? number(row.get(column(value))) : Double.NaN;
        }
        return new Cells(side(x, columns, isLogX), side(y, lines, isLogY), value, values);
    }

    private static Cells.Side side(String name, List<String> cells, boolean isLog) {
        double[] logarithms =
                cells.stream().mapToDouble(cell -> Math.log10(number(cell))).toArray();
        if (isLog && !Arrays.stream(logarithms).allMatch(Double::isFinite)) {
            throw InvalidInputException.of(name, "be > 0 for a logarithmic axis", String.join(", ", cells));
        }
        return new Cells.Side(name, shortened(cells), isLog ? logarithms : new double[0]);
    }

    /** What a figure says of runs without an equilibrium. */
    public String shortfall() {
        long missing = withoutEquilibrium();
        return missing == 0 ? "" : missing + " of " + size() + " runs have no equilibrium and are not drawn";
    }

    private List<String> distinct(String column) {
        int at = column(column);
        return rows.stream().map(row -> row.get(at)).distinct().sorted(ORDER).toList();
    }

    private static List<String> shortened(List<String> values) {
        return values.stream()
                .map(v -> Double.isNaN(number(v)) ? v : String.format(Locale.ROOT, "%.3g", number(v)))
                .map(v -> v.contains(".") && !v.contains("e")
                        ? v.replaceFirst("0+$", "").replaceFirst("\\.$", "")
                        : v)
                .toList();
    }

    private InvalidInputException ambiguous(String what) {
        Map<String, Integer> more = new LinkedHashMap<>();
        for (String name : header.subList(1, Math.max(1, header.indexOf(ResultColumns.STATUS)))) {
            int count = distinct(name).size();
            if (count > 1) {
                more.put(name, count);
            }
        }
        return InvalidInputException.because(
                "runs",
                "several runs have " + what + ": choose among them by --where NAME=VALUE or --colour; what varies is "
                        + String.join(", ", more.keySet()));
    }

    private static double number(String text) {
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
