package org.mfg.app.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.CrossSection;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.Outcome;
import org.mfg.solvers.market.MarketClearing;

/**
 * A number that is asked of every equilibrium of a sweep. With ⟨f⟩ = Σ w m(T) f, w the quadrature weights:
 *
 * <pre>
 *   cost         what an agent pays on average from the start to the end
 *   mass(T)      ⟨1⟩, below 1 where agents have left through an exit
 *   max(T)       the largest value of m(T)
 *   mean-x(T)    ⟨x⟩ / ⟨1⟩, and so for every axis; on a line also mean(T)
 *   variance-x(T)    ⟨x²⟩ / ⟨1⟩ less the mean squared; on a line also variance(T)
 * </pre>
 *
 * @param name its name
 * @param measure its value
 */
public record Quantity(String name, Measure measure) {

    /** What an equilibrium's quantity is. */
    @FunctionalInterface
    public interface Measure {
        /** Its value. */
        double of(Outcome outcome);
    }

    /**
     * The quantity of the given name.
     *
     * @throws org.mfg.api.InvalidInputException if there is none for games on this domain
     */
    public static Quantity of(String name, Domain domain) {
        Map<String, Measure> known = known(domain);
        Measure measure = known.get(name);
        if (measure == null) {
            throw Names.unknown("quantity", name, known.keySet());
        }
        return new Quantity(name, measure);
    }

    /**
     * What there is to tell of a market that clears: its prices, the excess of each condition, and its aggregates.
     *
     * @throws org.mfg.api.InvalidInputException if the game has none
     */
    public static List<Quantity> ofMarket(GameProvider game) {
        Market market = MarketClearing.marketOf(game);
        List<Quantity> quantities = new ArrayList<>();
        market.prices().forEach(price -> quantities.add(
                new Quantity(price, outcome -> outcome.study().parameters().real(price))));
        for (int k = 0; k < market.conditions().size(); k++) {
            int condition = k;
            String name = "excess-" + market.conditions().get(k).replace(' ', '-');
            quantities.add(new Quantity(
                    name, outcome -> market.excess(outcome.study().parameters(), crowd(outcome))[condition]));
        }
        Parameters defaults = Parameters.of(game.name(), game.parameters(), Map.of());
        for (int k = 0; k < market.aggregates(defaults).size(); k++) {
            int number = k;
            String name = market.aggregates(defaults).get(k).name().replace(' ', '-');
            quantities.add(new Quantity(
                    name,
                    outcome -> crowd(outcome)
                            .aggregate(market.aggregates(outcome.study().parameters())
                                    .get(number))));
        }
        return quantities;
    }

    private static CrossSection crowd(Outcome outcome) {
        return CrossSection.last(outcome.study().discreteGame(), outcome.equilibrium());
    }

    private static double cost(Outcome outcome) {
        Equilibrium e = outcome.equilibrium();
        return PolicyCost.of(outcome.study().discreteGame(), e.u(), e.m());
    }

    private static Map<String, Measure> known(Domain domain) {
        Map<String, Measure> known = new LinkedHashMap<>();
        known.put("cost", Quantity::cost);
        known.put("mass(T)", outcome -> mass(outcome.equilibrium()));
        known.put("max(T)", outcome -> max(outcome.equilibrium()));
        for (int k = 0; k < domain.dimension(); k++) {
            Axis axis = domain.axis(k);
            addMoments(known, "-" + axis.name(), k);
        }
        if (domain.dimension() == 1) {
            addMoments(known, "", 0);
        }
        return known;
    }

    private static void addMoments(Map<String, Measure> known, String suffix, int axis) {
        known.put("mean" + suffix + "(T)", outcome -> mean(outcome.equilibrium(), axis));
        known.put("variance" + suffix + "(T)", outcome -> variance(outcome.equilibrium(), axis));
    }

    private static double mass(Equilibrium e) {
        return e.grid().integrate(e.m(), end(e));
    }

    private static double max(Equilibrium e) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = end(e); i < e.m().length; i++) {
            max = Math.max(max, e.m()[i]);
        }
        return max;
    }

    private static double mean(Equilibrium e, int axis) {
        double sum = 0;
        for (int i = 0; i < e.grid().size(); i++) {
            sum += e.grid().weight(i) * e.m()[end(e) + i] * e.grid().coordinate(i, axis);
        }
        return sum / mass(e);
    }

    private static double variance(Equilibrium e, int axis) {
        double mean = mean(e, axis);
        double sum = 0;
        for (int i = 0; i < e.grid().size(); i++) {
            double away = e.grid().coordinate(i, axis) - mean;
            sum += e.grid().weight(i) * e.m()[end(e) + i] * away * away;
        }
        return sum / mass(e);
    }

    private static int end(Equilibrium e) {
        return e.time().steps() * e.grid().size();
    }
}
