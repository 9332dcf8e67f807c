package org.mfg.models.economy;

import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/** Statistics of the wealth distribution of an equilibrium, whose positions are (wealth, state). */
final class Wealth {
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

    /** The Gini coefficient Σ_ij |a_i - a_j| μ_i μ_j / (2 mean); not a number where some owe more than all have. */
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
        return mean > 0 && a[0] >= 0 ? sum / mean : Double.NaN;
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
