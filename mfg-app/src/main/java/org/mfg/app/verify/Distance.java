package org.mfg.app.verify;

import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Distances between fields on a grid, the largest of all time levels.
 *
 * @param grid in space
 * @param time in time
 * @param m the density that weights values
 */
record Distance(Grid grid, TimeGrid time, double[] m) {

    /** max_t Σ w m |u - v|. */
    double ofValues(double[] u, double[] v) {
        double largest = 0;
        for (int j = 0; j < time.levels(); j++) {
            double sum = 0;
            for (int i = 0; i < grid.size(); i++) {
                int at = j * grid.size() + i;
                sum += grid.weight(i) * m[at] * Math.abs(u[at] - v[at]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** max_t Σ w |a - b|. */
    double ofDensities(double[] a, double[] b) {
        double largest = 0;
        for (int j = 0; j < time.levels(); j++) {
            double sum = 0;
            for (int i = 0; i < grid.size(); i++) {
                int at = j * grid.size() + i;
                sum += grid.weight(i) * Math.abs(a[at] - b[at]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
