package org.mfg.app.report;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;

/** What a reader wants to know first, as a row of tiles. */
final class KeyFigures {
    private final StringBuilder html = new StringBuilder("<dl class=\"tiles\">\n");

    private KeyFigures() {}

    static String of(Outcome outcome) {
        Study study = outcome.study();
        Equilibrium equilibrium = outcome.equilibrium();
        KeyFigures tiles = new KeyFigures().tile("grid", grid(study));
        outcome.constant().ifPresent(constant -> tiles.tile("ergodic constant", Html.fixed(constant)));
        return tiles.tile("solver", study.solver())
                .tile("iterations", equilibrium.iterations() + " (" + equilibrium.sweeps() + " sweeps)")
                .tile("residual", Html.scientific(equilibrium.last().residual()))
                .tile("exploitability", Html.scientific(equilibrium.last().exploitability()))
                .tile("time", String.format(Locale.ROOT, "%.3f s", outcome.solveSeconds()))
                .end();
    }

    /** For example 65 x 65 nodes, 64 time steps. */
    private static String grid(Study study) {
        Grid grid = study.discreteGame().grid();
        String nodes = IntStream.range(0, grid.dimension())
                .mapToObj(k -> Integer.toString(grid.nodes(k)))
                .collect(Collectors.joining(" x "));
        int steps = study.discreteGame().time().steps();
        return nodes + " nodes" + (study.isStationary() ? "" : ", " + steps + " time steps");
    }

    private KeyFigures tile(String name, String value) {
        html.append("<div><dt>%s</dt><dd>%s</dd></div>\n".formatted(Html.text(name), Html.text(value)));
        return this;
    }

    private String end() {
        return html.append("</dl>\n").toString();
    }
}
