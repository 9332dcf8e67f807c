package org.mfg.app.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.MfgException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Outcome;
import org.mfg.solvers.errorbars.ErrorBar;

/**
 * The error bars of a run.
 *
 * @param bars one for each column that has bars, then as many extrapolated values; empty ones where they were not found
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
        Map<String, ErrorBar> found = Map.of();
        String trouble = "";
        try {
            found = search.bars().stream().collect(Collectors.toMap(ErrorBar::quantity, Function.identity()));
        } catch (MfgException refused) {
            trouble = "no error bars: " + refused.getMessage();
        }
        Map<String, ErrorBar> byName = found;
        List<OptionalDouble> all = Stream.<ToDoubleFunction<ErrorBar>>of(ErrorBar::bar, ErrorBar::extrapolated)
                .flatMap(number -> spec.barred().stream().map(column -> told(byName.get(column.name()), number)))
                .toList();
        return new Bars(all, trouble);
    }

    private static OptionalDouble told(@Nullable ErrorBar bar, ToDoubleFunction<ErrorBar> number) {
        double told = bar == null ? Double.NaN : number.applyAsDouble(bar);
        return Double.isNaN(told) ? OptionalDouble.empty() : OptionalDouble.of(told);
    }
}
