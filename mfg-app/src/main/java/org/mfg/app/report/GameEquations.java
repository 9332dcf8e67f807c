package org.mfg.app.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.app.study.Study;

/**
 * The two equations with the game's viscosity and horizon or discount, the domain, and what the terms are: as the game's provider
 * writes them, with the values of the parameters that occur.
 */
final class GameEquations {
    private GameEquations() {}

    static String of(Study study) throws IOException {
        MeanFieldGame game = study.discreteGame().game();
        String domain = game.domain().axes().stream().map(GameEquations::axis).collect(Collectors.joining(" and "));
        String system = Resources.text(kind(game) + "equations.html")
                .replace("{{viscosity}}", Html.number(game.viscosity()))
                .replace("{{horizon}}", Html.number(game.horizon()))
                .replace("{{discount}}", Html.number(game.discount()))
                .replace("{{domain}}", Html.text(domain));
        StringBuilder html = new StringBuilder(system).append(jumps(game.domain()));
        List<String> equations = study.equations();
        Set<String> names = study.parameters().asMap().keySet();
        if (!equations.isEmpty()) {
            html.append("<p>In this game</p>\n<div class=\"equations\">\n");
            equations.forEach(e -> html.append(MathMl.of(e, names)));
            html.append("</div>\n");
            html.append(values(study, equations));
        }
        return html.toString();
    }

    /** What the axis of states adds to the equations. */
    private static String jumps(Domain domain) {
        int states = domain.statesAxis();
        if (states < 0 || domain.axis(states).states().orElseThrow().slowestRate() == Double.POSITIVE_INFINITY) {
            return "";
        }
        String name = domain.axis(states).name();
        return Html.paragraph("The jumps between the states of " + name
                        + " add to the left sides of the equations of u and m")
                + "<div class=\"equations\">\n"
                + MathMl.of("- Σ_l λ_(kl) (u_l - u_k),", Set.of())
                + MathMl.of("- Σ_l (λ_(lk) m_l - λ_(kl) m_k).", Set.of())
                + "</div>\n";
    }

    private static String kind(MeanFieldGame game) {
        if (!game.isStationary()) {
            return "";
        }
        return game.isErgodic() ? "ergodic-" : "discounted-";
    }

    private static String axis(Axis axis) {
        if (axis.hasStates()) {
            return axis.name() + " in {"
                    + String.join(", ", axis.states().orElseThrow().names()) + "}";
        }
        String interval = Html.number(axis.lower()) + " ≤ " + axis.name() + " ≤ " + Html.number(axis.upper());
        if (axis.isPeriodic()) {
            return interval + " (periodic)";
        }
        String lower = side(axis.lowerBoundary());
        String upper = side(axis.upperBoundary());
        return interval
                + (lower.equals(upper)
                        ? " (" + lower + " at both ends)"
                        : " (" + lower + " below, " + upper + " above)");
    }

    private static String side(Boundary boundary) {
        return switch (boundary.kind()) {
            case NO_FLUX -> "reflecting";
            case EXIT -> "exit at cost " + Html.number(boundary.exitCost());
            case STATE_CONSTRAINT -> "state constraint";
            case PERIODIC -> "periodic";
        };
    }

    /** The values of the parameters that occur in the equations. */
    private static String values(Study study, List<String> equations) {
        String all = String.join(" ", equations);
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> p : study.parameters().asMap().entrySet()) {
            if (Pattern.compile("(?<![\\w-])" + Pattern.quote(p.getKey()) + "(?![\\w-])")
                    .matcher(all)
                    .find()) {
                values.put(p.getKey(), Html.value(p.getValue()));
            }
        }
        return values.isEmpty() ? "" : "<p>with " + MathMl.values(values) + ".</p>\n";
    }
}
