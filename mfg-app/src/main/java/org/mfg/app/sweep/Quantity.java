package org.mfg.app.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.Names;

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
        double of(DiscreteGame game, Equilibrium equilibrium);
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

    private static Map<String, Measure> known(Domain domain) {
        Map<String, Measure> known = new LinkedHashMap<>();
        known.put("cost", (game, e) -> PolicyCost.of(game, e.u(), e.m()));
        known.put("mass(T)", (game, e) -> mass(e));
        known.put("max(T)", (game, e) -> max(e));
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
        known.put("mean" + suffix + "(T)", (game, e) -> mean(e, axis));
        known.put("variance" + suffix + "(T)", (game, e) -> variance(e, axis));
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
