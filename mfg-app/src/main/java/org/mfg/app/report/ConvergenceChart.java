package org.mfg.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mfg.api.equilibrium.Iteration;

/** Residuals, defect and exploitability of each iteration. */
final class ConvergenceChart {
    /** A screen has no room for more points. */
    private static final int MAX_POINTS = 2000;

    private ConvergenceChart() {}

    static LineChart of(List<Iteration> history) {
        List<Iteration> shown = thinned(history);
        Map<String, double[]> against = new LinkedHashMap<>();
        against.put("iteration", values(shown, Iteration::index));
        against.put("seconds", values(shown, Iteration::seconds));
        return new LineChart(
                "convergence",
                "Residuals, defect and exploitability of each iteration on a logarithmic axis",
                "distance from equilibrium",
                true,
                List.of(
                        new LineChart.Line("HJB residual", against, values(shown, Iteration::hjbResidual)),
                        new LineChart.Line("FP residual", against, values(shown, Iteration::fpResidual)),
                        new LineChart.Line("defect", against, values(shown, Iteration::defect)),
                        new LineChart.Line("exploitability", against, values(shown, Iteration::exploitability))));
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
