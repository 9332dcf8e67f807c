package org.mfg.models.economy;

import java.util.Locale;
import java.util.Optional;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/** Statistics of the wealth distribution of an equilibrium, whose positions are (wealth, state). */
final class Wealth {
    private static final double MOST_AT_END = 1e-4;

    private Wealth() {}

    /** The mean of wealth. */
    static double mean(Equilibrium e) {
        double sum = 0;
        double[] masses = masses(e);
        double[] a = e.grid().coordinates(0);
        for (int i = 0; i < masses.length; i++) {
            sum += masses[i] * a[i];
        }
        return sum;
    }

    /** The share of households that have no more than the borrowing limit. */
    static double shareAtLimit(Equilibrium e) {
        return masses(e)[0];
    }

    /** The share of households at the upper end of the grid: if it is not tiny, the end is too near. */
    static double shareAtEnd(Equilibrium e) {
        double[] masses = masses(e);
        return masses[masses.length - 1];
    }

    /** A warning if the grid ends where households still save. */
    static Optional<String> warning(Equilibrium e) {
        double share = shareAtEnd(e);
        return share > MOST_AT_END
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%.2g %% of the households are at the end of the grid: max-wealth should be larger",
                        100 * share))
                : Optional.empty();
    }

    /** The Gini coefficient Σ_ij |a_i - a_j| μ_i μ_j / (2 mean), for wealth that is not negative. */
    static double gini(Equilibrium e) {
        double[] masses = masses(e);
        double[] a = e.grid().coordinates(0);
        double mean = mean(e);
        double below = 0;
        double sum = 0;
        for (int i = 0; i + 1 < masses.length; i++) {
            below += masses[i];
            sum += below * (1 - below) * (a[i + 1] - a[i]);
        }
        return sum / mean;
    }

    /** The share of households at each node of wealth. */
    private static double[] masses(Equilibrium e) {
        Grid grid = e.grid();
        double[] masses = new double[grid.nodes(0)];
        int last = e.time().steps() * grid.size();
        for (int i = 0; i < grid.size(); i++) {
            masses[grid.index(i, 0)] += grid.weight(i) * e.m()[last + i];
        }
        return masses;
    }
}
