package org.mfg.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mfg.api.equilibrium.Iteration;

/** Residuals of each iteration, defect and exploitability of those at which they were measured. */
final class ConvergenceChart {
    /** A screen has no room for more points. */
    private static final int MAX_POINTS = 2000;

    private ConvergenceChart() {}

    static LineChart of(List<Iteration> history) {
        List<Iteration> shown = thinned(history);
        return new LineChart(
                "convergence",
                "Residuals, defect and exploitability of the iterations on a logarithmic axis",
                "distance from equilibrium",
                true,
                List.of(
                        line("HJB residual", shown, Iteration::hjbResidual, false),
                        line("FP residual", shown, Iteration::fpResidual, false),
                        line("defect", shown, Iteration::defect, true),
                        line("exploitability", shown, Iteration::exploitability, true)));
    }

    /** @param isSparse whether iterations may leave it unmeasured, which is no gap in the line */
    private static LineChart.Line line(
            String name, List<Iteration> shown, ToDoubleFunction<Iteration> quantity, boolean isSparse) {
        List<Iteration> measured = shown.stream()
                .filter(i -> !isSparse || !Double.isNaN(quantity.applyAsDouble(i)))
                .toList();
        Map<String, double[]> against = new LinkedHashMap<>();
        against.put("iteration", values(measured, Iteration::index));
        against.put("seconds", values(measured, Iteration::seconds));
        return new LineChart.Line(name, against, values(measured, quantity));
    }

    private static double[] values(List<Iteration> history, ToDoubleFunction<Iteration> quantity) {
        return history.stream().mapToDouble(quantity).toArray();
    }

    /** Every so-manieth iteration and the last. */
    private static List<Iteration> thinned(List<Iteration> history) {
        int every = 1 + (history.size() - 1) / MAX_POINTS;
        List<Iteration> thin = new ArrayList<>();
        for (int k = 0; k < history.size(); k++) {
            if (k % every == 0 || k == history.size() - 1) {
                thin.add(history.get(k));
            }
        }
        return thin;
    }
}
