package org.mfg.app.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mfg.api.MfgException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Outcome;
import org.mfg.solvers.errorbars.ErrorBar;

/**
 * The error bars of a run.
 *
 * @param bars one for each column that has bars; empty ones where they were not found
 * @param trouble why they were not; "" if they were
 */
record Bars(List<OptionalDouble> bars, String trouble) {

    /** The bars at an equilibrium. */
    static Bars of(SweepSpec spec, Outcome outcome, Monitor monitor) {
        List<Quantity> quantities = spec.barred().stream()
                .map(column -> Objects.requireNonNull(column.quantity()))
                .toList();
        return of(spec, () -> outcome.study().errorBars().of(outcome.equilibrium(), quantities, monitor));
    }

    /** The bars at the prices that clear a market. */
    static Bars of(SweepSpec spec, Cleared cleared, Monitor monitor) {
        Function<Outcome, Map<String, Double>> numbers = outcome -> {
            Map<String, Double> told = new LinkedHashMap<>();
            spec.barred()
                    .forEach(column -> told.put(column.name(), column.measure().of(outcome)));
            return told;
        };
        return of(spec, () -> cleared.errorBars(numbers, Cleared.PRICE_TOLERANCE, monitor));
    }

    /** Finds bars, or fails. */
    private interface Search {
        List<ErrorBar> bars();
    }

    private static Bars of(SweepSpec spec, Search search) {
        if (spec.barred().isEmpty()) {
            return new Bars(List.of(), "");
        }
        Map<String, Double> found = Map.of();
        String trouble = "";
        try {
            found = search.bars().stream().collect(Collectors.toMap(ErrorBar::quantity, ErrorBar::bar));
        } catch (MfgException refused) {
            trouble = "no error bars: " + refused.getMessage();
        }
        Map<String, Double> byName = found;
        return new Bars(
                spec.barred().stream().map(column -> bar(byName, column)).toList(), trouble);
    }

    private static OptionalDouble bar(Map<String, Double> byName, Column column) {
        Double bar = byName.get(column.name());
        return bar == null ? OptionalDouble.empty() : OptionalDouble.of(bar);
    }
}
