package org.mfg.solvers.agents;

import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;

/**
 * The marginal law of a density along one axis, linear between the nodes and of mass 1.
 *
 * @param density at the nodes; on a periodic axis the first node again at the end
 * @param lower the lower end of the axis
 * @param length its length
 */
record Marginal(AxisCells cells, double[] density, double lower, double length) {

    static Marginal of(Grid grid, int k, double[] m, int offset) {
        int n = grid.nodes(k);
        boolean periodic = grid.domain().axis(k).isPeriodic();
        double[] density = new double[periodic ? n + 1 : n];
        for (int i = 0; i < grid.size(); i++) {
            int ik = grid.index(i, k);
            density[ik] += grid.weight(i) * m[offset + i] / grid.cellWidth(i, k);
        }
        if (periodic) {
            density[n] = density[0];
        }
        Axis axis = grid.domain().axis(k);
        return new Marginal(AxisCells.of(grid, k), density, axis.lower(), axis.length());
    }

    /** The distribution function at both ends and between, at so many equal intervals. */
    double[] distribution(int intervals) {
        double[] atNode = new double[density.length];
        for (int i = 0; i < cells.count(); i++) {
            atNode[i + 1] = atNode[i] + 0.5 * cells.width(i) * (density[i] + density[i + 1]);
        }
        double[] distribution = new double[intervals + 1];
        for (int b = 0; b <= intervals; b++) {
            double x = lower + length * b / intervals;
            int i = cells.at(x);
            double f = cells.fraction(x, i);
            double within = f * (density[i] + 0.5 * f * (density[i + 1] - density[i]));
            distribution[b] = (atNode[i] + cells.width(i) * within) / atNode[cells.count()];
        }
        return distribution;
    }
}
