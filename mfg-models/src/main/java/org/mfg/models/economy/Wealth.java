package org.mfg.models.economy;

import java.util.Locale;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.grid.Grid;

/** Statistics of the wealth distribution of a crowd, whose positions are (wealth, state). */
final class Wealth {
    private static final double MOST_AT_END = 1e-4;

    private Wealth() {}

    /** The wealth of an agent. */
    static AgentQuantity quantity(String name) {
        return AgentQuantity.ofPosition(name, x -> x[0]);
    }

    /** The share of households that have no more than the borrowing limit. */
    static double shareAtLimit(CrossSection crowd) {
        return masses(crowd)[0];
    }

    /** The share of households at the upper end of the grid: if it is not tiny, the end is too near. */
    static double shareAtEnd(CrossSection crowd) {
        double[] masses = masses(crowd);
        return masses[masses.length - 1];
    }

    /** A warning if the grid ends where households still save. */
    static Optional<String> warning(CrossSection crowd) {
        return warning(shareAtEnd(crowd), "");
    }

    /**
     * A warning of a share at the end of the grid.
     *
     * @param when a part of the sentence
     */
    static Optional<String> warning(double share, String when) {
        return share > MOST_AT_END
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%.2g %% of the households are at the end of the grid%s: max-wealth should be larger",
                        100 * share,
                        when))
                : Optional.empty();
    }

    /** The share of households at each node of wealth. */
    private static double[] masses(CrossSection crowd) {
        Grid grid = crowd.grid();
        double[] masses = new double[grid.nodes(0)];
        for (int i = 0; i < grid.size(); i++) {
            masses[grid.index(i, 0)] += crowd.mass(i);
        }
        return masses;
    }
}
