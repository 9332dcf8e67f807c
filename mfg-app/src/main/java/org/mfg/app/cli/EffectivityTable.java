package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.mfg.app.verify.Effectivity;

/** What error bars are worth, a line for each quantity of each game, and how many are good. */
final class EffectivityTable {
    /** Of the bars so many are to be from half to twice the error. */
    private static final double PASS = 0.9;

    private final List<Effectivity> results;

    EffectivityTable(List<Effectivity> results) {
        this.results = results;
    }

    /** Whether enough of them are good. */
    boolean isPassed() {
        return good() >= PASS * telling();
    }

    private long telling() {
        return results.stream().filter(Effectivity::isTelling).count();
    }

    private long good() {
        return results.stream().filter(e -> e.isTelling() && e.isGood()).count();
    }

    void print(PrintWriter out) {
        Map<String, List<Effectivity>> rows = new LinkedHashMap<>();
        results.forEach(e -> rows.computeIfAbsent(e.game() + "\n" + e.bar().quantity(), key -> new ArrayList<>())
                .add(e));
        Columns table = new Columns("");
        table.row("game", "quantity", "intervals", "errors", "bars", "bar/error");
        for (List<Effectivity> row : rows.values()) {
            row.sort(Comparator.comparingDouble(Effectivity::intervals));
            table.row(
                    row.get(0).game(),
                    row.get(0).bar().quantity(),
                    joined(row, "%.0f", Effectivity::intervals),
                    joined(row, "%.2e", e -> Math.abs(e.error())),
                    joined(row, "%.2e", e -> e.bar().bar()),
                    joined(row, "%.2f", e -> e.isTelling() ? e.ratio() : Double.NaN)
                            .replace("NaN", "-"));
        }
        table.print(out);
        out.println(
                good() + " of " + telling() + " bars are from half to twice the error; - where errors are rounding.");
    }

    private static String joined(List<Effectivity> row, String format, ToDoubleFunction<Effectivity> number) {
        return row.stream()
                .map(e -> String.format(Locale.ROOT, format, number.applyAsDouble(e)))
                .collect(Collectors.joining(" "));
    }
}
