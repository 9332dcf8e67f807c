package org.mfg.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.app.study.Outcome;

/** The table of what was measured at the end, with what each number means. */
final class Diagnostics {
    private static final int EXPLOITABILITY = 3;

    private Diagnostics() {}

    static String of(Outcome outcome) {
        Iteration last = outcome.equilibrium().last();
        List<List<String>> rows = new ArrayList<>(List.of(
                row(
                        "HJB residual",
                        last.hjbResidual(),
                        "max over levels and nodes of Δt |R_HJB| / max(1, max |u|): how well u solves its equation"),
                row(
                        "FP residual",
                        last.fpResidual(),
                        "max over levels of Σ w Δt |R_FP|: how well m solves its equation"),
                row("defect", last.defect(), "‖Φ(m) - m‖ / ‖m‖: how far the best response to m leads away from m"),
                row(
                        "exploitability",
                        last.exploitability(),
                        "what one agent gains by leaving the population's strategy for its best response"),
                row("mass drift", last.massDrift(), "max over levels of |Σ w m - 1|, exits counted"),
                row("min density", last.minDensity(), "the smallest value of m; never negative in a sound scheme")));
        double gap = outcome.equilibrium().dualityGap();
        if (!Double.isNaN(gap)) {
            String meaning = "at least what lies between the potential of m and its minimum";
            rows.add(EXPLOITABILITY + 1, row("duality gap", gap, meaning));
        }
        outcome.constant().ifPresent(constant -> rows.add(0, constant(constant, outcome.exactConstant())));
        return Html.table(List.of("quantity", "value", "meaning"), rows);
    }

    private static List<String> constant(double found, OptionalDouble exact) {
        String meaning = "ρ, what each agent pays per unit of time in the long run";
        String beside = exact.isPresent() ? "; exactly " + Html.fixed(exact.getAsDouble()) : "";
        return List.of("ergodic constant", Html.fixed(found), meaning + beside);
    }

    private static List<String> row(String name, double value, String meaning) {
        return List.of(name, Html.scientific(value), meaning);
    }
}
