package org.mfg.models.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.Decimal;
import org.mfg.api.spi.QuantityProvider;

/**
 * What is asked of most equilibria. With ⟨f⟩ = Σ w m(T) f, w the quadrature weights, and m(T) the density of a stationary game:
 *
 * <pre>
 *   cost         what an agent pays on average from the start to the end
 *   transport    T ∫∫ |J|²/m, of a crowd with a target density: {@link org.mfg.api.discrete.FlowAction}
 *   rho          the ergodic constant, of an ergodic game
 *   mass(T)      ⟨1⟩, below 1 where agents have left through an exit
 *   max(T)       the largest value of m(T)
 *   mean-x(T)    ⟨x⟩ / ⟨1⟩, and so for every axis; on a line also mean(T)
 *   variance-x(T)        ⟨x²⟩ / ⟨1⟩ less the mean squared; on a line also variance(T)
 *   quantile-x(0.9, T)   below which a share of the crowd is, 0.5 for the median; on a line also quantile(0.9, T)
 * </pre>
 *
 * <p>In place of T any time of the horizon, with m linear between two levels.
 */
public final class CommonQuantities implements QuantityProvider {
    private static final String QUANTILE = "quantile";

    @Override
    public List<Quantity> quantities(MeanFieldGame game) {
        List<Quantity> all = new ArrayList<>(List.of(new Cost()));
        if (game.isErgodic()) {
            all.add(new ErgodicConstant());
        }
        if (game.targetDensity().isPresent()) {
            all.add(1, new Transport());
        }
        all.addAll(at(Snapshot.END, "T", game.domain()));
        return all;
    }

    @Override
    public Optional<Quantity> find(String text, MeanFieldGame game) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            return QuantityProvider.super.find(text, game);
        }
        String name = text.substring(0, open);
        String arguments = text.substring(open + 1, text.length() - 1);
        int comma = arguments.indexOf(',');
        Domain domain = game.domain();
        if (comma >= 0) {
            for (int k = 0; k < domain.dimension(); k++) {
                if (isNamed(QUANTILE, name, domain, k) && hasEnds(domain.axis(k))) {
                    Snapshot at = Snapshot.parse(arguments.substring(comma + 1).strip(), game);
                    return Optional.of(new Quantile(text, at, k, share(arguments.substring(0, comma))));
                }
            }
            return Optional.empty();
        }
        String time = arguments.strip();
        boolean isKnown =
                at(Snapshot.END, time, domain).stream().anyMatch(q -> q.name().startsWith(name + "("));
        return isKnown && isTime(time)
                ? at(Snapshot.parse(time, game), arguments, domain).stream()
                        .filter(q -> q.name().equals(text))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public String syntax() {
        return "mass(TIME), max(TIME), mean-AXIS(TIME), variance-AXIS(TIME), quantile-AXIS(SHARE, TIME)";
    }

    private static List<Quantity> at(Snapshot at, String time, Domain domain) {
        String when = "(" + time + ")";
        List<Quantity> all = new ArrayList<>(List.of(new Mass("mass" + when, at), new Maximum("max" + when, at)));
        for (int k = 0; k < domain.dimension(); k++) {
            addMoments(all, "-" + domain.axis(k).name() + when, at, k);
        }
        if (domain.dimension() == 1) {
            addMoments(all, when, at, 0);
        }
        return all;
    }

    private static void addMoments(List<Quantity> all, String suffix, Snapshot at, int axis) {
        all.add(new Moment("mean" + suffix, at, axis, false));
        all.add(new Moment("variance" + suffix, at, axis, true));
    }

    private static boolean isNamed(String what, String name, Domain domain, int axis) {
        return name.equals(what + "-" + domain.axis(axis).name()) || (domain.dimension() == 1 && name.equals(what));
    }

    /** On a ring no point is the lowest, and states have no order. */
    private static boolean hasEnds(Axis axis) {
        return !axis.isPeriodic() && !axis.hasStates();
    }

    private static boolean isTime(String text) {
        return text.equals("T") || !Double.isNaN(number(text));
    }

    /** NaN of what is none. */
    private static double number(String text) {
        try {
            return Decimal.parse(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double share(String text) {
        double share = number(text.strip());
        if (!(share > 0 && share < 1)) {
            throw InvalidInputException.of("share of quantity", "be above 0 and below 1", text.strip());
        }
        return share;
    }
}
