package org.mfg.app.golden;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/**
 * One golden result: a word, such as a status, or the digest of a field f. The digest is max |f|, ‖f‖, the product of f with a vector of
 * pseudo-random numbers, which no changed entry escapes, and f at the entries a quarter, half and three quarters through.
 *
 * @param game the packaged game
 * @param scheme the discretisation
 * @param part what of it, for example {@code newton u}
 * @param word the word; "" for a field
 * @param values the digest; empty for a word
 * @param tolerance how far values may lie apart, relative to max |f|, or ‖f‖ for the product; NaN where they are for information
 */
record Pin(String game, String scheme, String part, String word, double[] values, double tolerance) {
    private static final int PRODUCT = 2;
    private static final String INFORMATION = "information";

    static Pin word(String game, String scheme, String part, String word) {
        return new Pin(game, scheme, part, word, new double[0], 0);
    }

    static Pin information(String game, String scheme, String part, double value) {
        return new Pin(game, scheme, part, "", new double[] {value}, Double.NaN);
    }

    static Pin field(String game, String scheme, String part, double[] f, double tolerance) {
        Random random = new Random(7);
        double max = 0;
        double squares = 0;
        double product = 0;
        for (double fi : f) {
            max = Math.max(max, Math.abs(fi));
            squares += fi * fi;
            product += fi * (2 * random.nextDouble() - 1);
        }
        double[] values = {
            max, Math.sqrt(squares), product, f[f.length / 4], f[f.length / 2], f[(int) (0.75 * f.length)]
        };
        return new Pin(game, scheme, part, "", values, tolerance);
    }

    /** What is compared under one name. */
    String key() {
        return game + "," + scheme + "," + part;
    }

    /** The largest distance of a value from that of the golden result, in the measure of its tolerance; infinite for another word. */
    double distance(Pin golden) {
        if (!word.equals(golden.word) || values.length != golden.values.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            double scale = golden.values[i == PRODUCT ? 1 : 0];
            double difference = Math.abs(values[i] - golden.values[i]);
            largest = Math.max(largest, difference == 0 ? 0 : difference / Math.abs(scale));
        }
        return largest;
    }

    boolean agreesWith(Pin golden) {
        return Double.isNaN(golden.tolerance) || distance(golden) <= golden.tolerance;
    }

    Pin withTolerance(double wider) {
        return new Pin(game, scheme, part, word, values, wider);
    }

    String toLine() {
        StringJoiner line = new StringJoiner(",");
        line.add(key());
        if (values.length == 0) {
            return line.add(word).toString();
        }
        line.add(Double.isNaN(tolerance) ? INFORMATION : String.format(Locale.ROOT, "%.1e", tolerance));
        Arrays.stream(values).forEach(v -> line.add(Double.toString(v)));
        return line.toString();
    }

    static Pin ofLine(String line) {
        String[] cells = line.split(",");
        if (cells.length == 4) {
            return word(cells[0], cells[1], cells[2], cells[3]);
        }
        double[] values =
                Arrays.stream(cells).skip(4).mapToDouble(Double::parseDouble).toArray();
        double tolerance = cells[3].equals(INFORMATION) ? Double.NaN : Double.parseDouble(cells[3]);
        return new Pin(cells[0], cells[1], cells[2], "", values, tolerance);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pin p && toLine().equals(p.toLine());
    }

    @Override
    public int hashCode() {
        return toLine().hashCode();
    }

    @Override
    public String toString() {
        return toLine();
    }
}
