package org.mfg.app.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
    private static final String VISCOSITY_OF = "<mi>ν</mi><mi mathvariant=\"normal\">Δ</mi><mi>f</mi>";
    private static final String SUM = "<munder><mo>∑</mo><mi>k</mi></munder>";
    private static final String D = "<msub><mi>D</mi><mi>k</mi></msub>";
    private static final String SECOND = "<msubsup><mo>∂</mo><mi>k</mi><mn>2</mn></msubsup>";
    private static final String DIFFUSION_OF_U = SUM + D + SECOND + "<mi>u</mi>";
    private static final String DIFFUSION_OF_M = SUM + SECOND + "<mo>(</mo>" + D + "<mi>m</mi><mo>)</mo>";
    private static final String DISCOUNT_OF_U = "<mo>+</mo><mi>r</mi><mspace width=\"0.17em\"/><mi>u</mi>";
    private static final String SOURCE = "<mi>s</mi><mo>(</mo><mi>t</mi><mo>,</mo><mi>x</mi><mo>)</mo>";

    private GameEquations() {}

    static String of(Study study) throws IOException {
        MeanFieldGame game = study.discreteGame().game();
        String domain = game.domain().axes().stream().map(GameEquations::axis).collect(Collectors.joining(" and "));
        String end = game.targetDensity().isPresent() ? "target-at-the-end.html" : "cost-at-the-end.html";
        String system = terms(
                        game, Resources.text(kind(game) + "equations.html").replace("{{end}}", Resources.text(end)))
                .replace("{{domain}}", Html.text(domain));
        StringBuilder html = new StringBuilder(system).append(jumps(game.domain()));
        if (game.death().isPresent()) {
            html.append(death(game.deathRate()));
        }
        if (game.ceiling().isPresent()) {
            html.append(ceiling());
        }
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

    /** The terms that differ from game to game, and the numbers in them. */
    private static String terms(MeanFieldGame game, String system) {
        OptionalDouble viscosity = game.diffusion().viscosity();
        String[] diffusion = viscosity.isPresent()
                ? new String[] {VISCOSITY_OF.replace("<mi>f<", "<mi>u<"), VISCOSITY_OF.replace("<mi>f<", "<mi>m<")}
                : new String[] {DIFFUSION_OF_U, DIFFUSION_OF_M};
        String nu = viscosity.isPresent()
                ? "<mi>ν</mi><mo>=</mo><mn>" + Html.number(viscosity.getAsDouble()) + "</mn>"
                : "<msub><mi>D</mi><mi>k</mi></msub><mtext> as given</mtext>";
        String rate = "<mi>r</mi><mo>=</mo><mn>" + Html.number(game.discount()) + "</mn>";
        boolean isDiscounted = game.discount() > 0;
        return system.replace("{{diffusion-of-u}}", diffusion[0])
                .replace("{{diffusion-of-m}}", diffusion[1])
                .replace("{{viscosity}}", nu)
                .replace("{{horizon}}", Html.number(game.timeGrid(1).horizon()))
                .replace("{{discount-of-u}}", isDiscounted ? DISCOUNT_OF_U : "")
                .replace("{{source}}", game.massSource().isPresent() ? SOURCE : "<mn>0</mn>")
                .replace("<mi>r</mi><mo>=</mo><mn>{{discount}}</mn>", rate)
                .replace("{{discount}}", isDiscounted ? " and <math>" + rate + "</math>" : "");
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

    /** What death adds to the equations. */
    private static String death(double rate) {
        return Html.paragraph(
                        "Agents die at the rate η = " + Html.number(rate)
                                + ", and newborns of the density m_b replace them, which adds to the left sides of the equations of u and m")
                + "<div class=\"equations\">\n"
                + MathMl.of("η u,", Set.of())
                + MathMl.of("η (m - m_b).", Set.of())
                + "</div>\n";
    }

    /** What a ceiling adds to the equations. */
    private static String ceiling() {
        return Html.paragraph("There is room for a density m_max, and f includes the pressure P:")
                + "<div class=\"equations\">\n"
                + MathMl.of("m ≤ m_max, P ≥ 0, P (m_max - m) = 0.", Set.of())
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
