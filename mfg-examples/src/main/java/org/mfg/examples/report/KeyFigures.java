package org.mfg.examples.report;

import java.util.Locale;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.examples.study.Outcome;
import org.mfg.examples.study.Study;

/** What a reader wants to know first, as a row of tiles. */
final class KeyFigures {
    private final StringBuilder html = new StringBuilder("<dl class=\"tiles\">\n");

    private KeyFigures() {}

    static String of(Outcome outcome) {
        Study study = outcome.study();
        Equilibrium equilibrium = outcome.equilibrium();
        return new KeyFigures()
                .tile("grid", Report.size(equilibrium.grid(), equilibrium.time().steps()))
                .tile("solver", study.solver())
                .tile("iterations", equilibrium.iterations() + " (" + equilibrium.sweeps() + " sweeps)")
                .tile("residual", Html.scientific(equilibrium.last().residual()))
                .tile("exploitability", Html.scientific(equilibrium.last().exploitability()))
                .tile("time", String.format(Locale.ROOT, "%.3f s", outcome.solveSeconds()))
                .end();
    }

    private KeyFigures tile(String name, String value) {
        html.append("<div><dt>%s</dt><dd>%s</dd></div>\n".formatted(Html.text(name), Html.text(value)));
        return this;
    }

    private String end() {
        return html.append("</dl>\n").toString();
    }
}
