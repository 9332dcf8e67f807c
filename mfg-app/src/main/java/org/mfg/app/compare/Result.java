package org.mfg.app.compare;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.app.sweep.Base;

/**
 * What became of a contender.
 *
 * @param contender who
 * @param outcome its solve
 * @param allocated the bytes that the solving thread allocated, the game's own arrays included
 * @param rate how fast it converged
 */
public record Result(Contender contender, Outcome outcome, long allocated, Rate rate) {

    /**
     * Solves.
     *
     * @param common the settings that all contenders have
     */
    static Result of(Base base, Map<String, Object> common, Contender contender, Monitor monitor) {
        long before = allocatedBytes();
        Study study = base.study(point(common, contender), false);
        Outcome outcome = base.clears()
                ? Cleared.of(study, Cleared.PRICE_TOLERANCE, monitor).outcome()
                : study.solve(monitor);
        return new Result(
                contender,
                outcome,
                allocatedBytes() - before,
                Rate.of(outcome.equilibrium().history()));
    }

    /** The settings of a contender and those that all have. */
    static Map<String, Object> point(Map<String, Object> common, Contender contender) {
        Map<String, Object> point = new LinkedHashMap<>(common);
        point.putAll(contender.settings());
        return point;
    }

    /** The prices that clear the game's market, or were tried last, by name; none where they are given. */
    public Map<String, Double> prices() {
        Map<String, Double> prices = new LinkedHashMap<>();
        outcome.market()
                .ifPresent(market -> outcome.study().market().prices().forEach(name -> prices.put(
                        name, market.parameters().real(name))));
        return prices;
    }

    /** What it found. */
    public Equilibrium equilibrium() {
        return outcome.equilibrium();
    }

    /** Whether all have converged. */
    public static boolean areConverged(List<Result> results) {
        return results.stream().allMatch(r -> r.equilibrium().isConverged());
    }

    private static long allocatedBytes() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : 0;
    }
}
