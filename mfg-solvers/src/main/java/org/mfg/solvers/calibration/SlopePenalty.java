package org.mfg.solvers.calibration;

import org.mfg.api.grid.Grid;

/** The matrix D with f·D f = ∫ |∇f|² of functions on nodes: differences across the faces of cells. */
record SlopePenalty(Grid grid) {

    /** D f. */
    double[] of(double[] f) {
        double[] image = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            for (int k = 0; k < grid.dimension(); k++) {
                int neighbour = neighbour(i, k);
                if (neighbour >= 0) {
                    double h = grid.spacing(k);
                    double weight = 0.5 * (grid.weight(i) + grid.weight(neighbour)) / (h * h);
                    image[i] += weight * (f[i] - f[neighbour]);
                    image[neighbour] += weight * (f[neighbour] - f[i]);
                }
            }
        }
        return image;
    }

    /** The next node along an axis, or -1. */
    private int neighbour(int node, int axis) {
        int at = grid.index(node, axis);
        if (at + 1 < grid.nodes(axis)) {
            return node + grid.stride(axis);
        }
        return grid.domain().axis(axis).isPeriodic() ? node - at * grid.stride(axis) : -1;
    }
}
