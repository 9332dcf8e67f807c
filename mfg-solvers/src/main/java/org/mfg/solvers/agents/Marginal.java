package org.mfg.solvers.agents;

import org.mfg.api.grid.Grid;

/**
 * The marginal law of a density along one axis, linear between the nodes and of mass 1.
 *
 * @param density at the nodes; on a periodic axis the first node again at the end
 */
record Marginal(double[] density) {

    static Marginal of(Grid grid, int k, double[] m, int offset) {
        int n = grid.nodes(k);
        boolean periodic = grid.domain().axis(k).isPeriodic();
        double[] density = new double[periodic ? n + 1 : n];
        for (int i = 0; i < grid.size(); i++) {
            int ik = grid.index(i, k);
            boolean atEnd = !periodic && (ik == 0 || ik == n - 1);
            density[ik] += grid.weight(i) * m[offset + i] * (atEnd ? 2 : 1);
        }
        if (periodic) {
            density[n] = density[0];
        }
        return new Marginal(density);
    }

    /** The distribution function at both ends and between, at so many equal intervals. */
    double[] distribution(int intervals) {
        int cells = density.length - 1;
        double[] atNode = new double[cells + 1];
        for (int i = 0; i < cells; i++) {
            atNode[i + 1] = atNode[i] + 0.5 * (density[i] + density[i + 1]);
        }
        double[] distribution = new double[intervals + 1];
        for (int b = 0; b <= intervals; b++) {
            double s = (double) b * cells / intervals;
            int i = Math.min((int) s, cells - 1);
            double f = s - i;
            double within = f * (density[i] + 0.5 * f * (density[i + 1] - density[i]));
            distribution[b] = (atNode[i] + within) / atNode[cells];
        }
        return distribution;
    }
}
