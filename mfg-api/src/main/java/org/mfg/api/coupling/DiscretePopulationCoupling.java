package org.mfg.api.coupling;

import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A coupling of populations on a grid whose last axis, the fastest, is that of the populations. */
final class DiscretePopulationCoupling implements DiscreteCoupling {
    private final PopulationCoupling coupling;
    private final Grid grid;
    private final TimeGrid time;
    private final int populations;
    private final double[] densities;
    private final double[] x;

    DiscretePopulationCoupling(PopulationCoupling coupling, Grid grid, TimeGrid time) {
        int axis = grid.domain().statesAxis();
        if (axis < 0) {
            throw InvalidInputException.because(
                    "coupling",
                    "coupling " + coupling.getClass().getSimpleName()
                            + " is one of populations: the domain must have an axis of states");
        }
        this.coupling = coupling;
        this.grid = grid;
        this.time = time;
        populations = grid.nodes(axis);
        densities = new double[populations];
        x = new double[grid.dimension()];
    }

    @Override
    public void addValue(double[] m, int first, int last, double[] out) {
        int n = grid.size();
        for (int j = first; j <= last; j++) {
            for (int i = 0; i < n; i++) {
                if (!grid.isWall(i)) {
                    int k = at(m, j * n, i);
                    out[j * n + i] += coupling.value(time.time(j), x, k, densities);
                }
            }
        }
    }

    @Override
    public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
        int n = grid.size();
        for (int j = first; j <= last; j++) {
            for (int i = 0; i < n; i++) {
                if (!grid.isWall(i)) {
                    int k = at(m, j * n, i);
                    int place = j * n + i - k;
                    for (int l = 0; l < populations; l++) {
                        out[j * n + i] += coupling.densityDerivative(time.time(j), x, k, l, densities) * dm[place + l];
                    }
                }
            }
        }
    }

    /** Population k of the result sums over the costs of all populations l at the place, Σ_l dv_l ∂f_l/∂m_k: their weights are the same. */
    @Override
    public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
        int n = grid.size();
        for (int j = first; j <= last; j++) {
            for (int i = 0; i < n; i++) {
                if (!grid.isWall(i)) {
                    int l = at(m, j * n, i);
                    int place = j * n + i - l;
                    for (int k = 0; k < populations; k++) {
                        out[place + k] += coupling.densityDerivative(time.time(j), x, l, k, densities) * dv[j * n + i];
                    }
                }
            }
        }
    }

    /** Sets position and densities at a node; gives its population. */
    private int at(double[] m, int slice, int node) {
        int k = node % populations;
        grid.position(node, x);
        System.arraycopy(m, slice + node - k, densities, 0, populations);
        return k;
    }
}
