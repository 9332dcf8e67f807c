package org.mfg.models.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.QuantityProvider;
import org.mfg.models.formula.Formula;

/**
 * Integrals of formulas in the coordinates, t, u and m:
 *
 * <pre>
 *   integral(m*(x-0.5)^2)          over space and time; over space in a stationary game
 *   integral(m*log(m), T)          over space at the end
 *   integral(u*m, 0.5)             over space at a time
 * </pre>
 */
public final class FormulaQuantities implements QuantityProvider {
    private static final String BEGIN = "integral(";
    private static final List<String> FIELDS = List.of("t", "u", "m");

    @Override
    public List<Quantity> quantities(MeanFieldGame game) {
        return List.of();
    }

    @Override
    public String syntax() {
        return "integral(FORMULA), integral(FORMULA, T), integral(FORMULA, TIME)";
    }

    @Override
    public Optional<Quantity> find(String text, MeanFieldGame game) {
        if (!text.startsWith(BEGIN) || !text.endsWith(")")) {
            return Optional.empty();
        }
        String inside = text.substring(BEGIN.length(), text.length() - 1);
        int comma = lastComma(inside);
        String formula = comma < 0 ? inside : inside.substring(0, comma);
        Optional<Snapshot> time = comma < 0
                ? Optional.empty()
                : Optional.of(time(inside.substring(comma + 1).strip(), game));
        return Optional.of(new Integral(text, Formula.parse("quantity", formula, names(game), Map.of()), time));
    }

    private static List<String> names(MeanFieldGame game) {
        List<String> names = new ArrayList<>();
        for (Axis axis : game.domain().axes()) {
            if (FIELDS.contains(axis.name())) {
                throw InvalidInputException.because(
                        "quantity",
                        "quantity must not be a formula in a game with an axis " + axis.name()
                                + ": the name means another thing");
            }
            names.add(axis.name());
        }
        names.addAll(FIELDS);
        return names;
    }

    /** The last comma outside of parentheses; -1 where there is none. */
    private static int lastComma(String text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Snapshot time(String text, MeanFieldGame game) {
        if (game.isStationary()) {
            throw InvalidInputException.of("time of quantity", "be left out: a stationary game has none", text);
        }
        return Snapshot.parse(text, game);
    }
}
