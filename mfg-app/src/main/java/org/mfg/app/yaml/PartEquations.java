package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mfg.api.spi.Parameter;

/**
 * The equations of a composed game. A part's equation is what its provider's description begins with, up to the colon:
 * {@code F = lambda m^gamma: the cost of a crowd}. A part that describes itself in words alone has none.
 */
final class PartEquations {
    private static final Pattern EQUATION = Pattern.compile("[A-Z] = ([^:]+)(?::.*)?", Pattern.DOTALL);

    private final List<String> equations = new ArrayList<>();

    /** A symbol and its formula. */
    void add(String symbol, String formula) {
        equations.add(symbol + " = " + formula);
    }

    /** A symbol and a formula that it is a multiple of. */
    void addUpToFactor(String symbol, String formula) {
        equations.add(symbol + " ∝ " + formula);
    }

    /**
     * A part of the game.
     *
     * @param symbol its symbol in this game
     * @param name what a parameter of the part is called in this game
     */
    void add(String symbol, Part<?> part, ParameterNames name) {
        Matcher equation = EQUATION.matcher(part.provider().description());
        if (!equation.matches()) {
            return;
        }
        String formula = equation.group(1);
        for (Parameter p : part.provider().parameters()) {
            Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(p.name()) + "(?![\\w-])");
            formula = word.matcher(formula).replaceAll(Matcher.quoteReplacement(name.of(part, p)));
        }
        add(symbol, formula);
    }

    List<String> all() {
        return List.copyOf(equations);
    }

    /** Names a part's parameter. */
    @FunctionalInterface
    interface ParameterNames {
        String of(Part<?> part, Parameter parameter);
    }
}
