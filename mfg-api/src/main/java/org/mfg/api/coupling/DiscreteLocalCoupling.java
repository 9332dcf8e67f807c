package org.mfg.api.coupling;

import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A local coupling on a grid. Its derivative is a factor at each node, and so its own adjoint. */
final class DiscreteLocalCoupling implements DiscreteCoupling {
    private final LocalCoupling coupling;
    private final Grid grid;
    private final TimeGrid time;
    /** The coordinates of the last axis, along which positions are stepped through: dividing indices costs as much as a coupling. */
    private final double[] row;

    private final double[] x;

    DiscreteLocalCoupling(LocalCoupling coupling, Grid grid, TimeGrid time) {
        this.coupling = coupling;
        this.grid = grid;
        this.time = time;
        row = grid.coordinates(grid.dimension() - 1);
        x = new double[grid.dimension()];
    }

    @Override
    public void addValue(double[] m, int first, int last, double[] out) {
        int n = grid.size();
        for (int j = first; j <= last; j++) {
            double t = time.time(j);
            for (int start = 0; start < n; start += row.length) {
                grid.position(start, x);
                int at = j * n + start;
                for (int k = 0; k < row.length; k++) {
                    x[x.length - 1] = row[k];
                    out[at + k] += coupling.value(t, x, m[at + k]);
                }
            }
        }
    }

    @Override
    public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
        int n = grid.size();
        for (int j = first; j <= last; j++) {
            double t = time.time(j);
            for (int start = 0; start < n; start += row.length) {
                grid.position(start, x);
                int at = j * n + start;
                for (int k = 0; k < row.length; k++) {
                    x[x.length - 1] = row[k];
                    out[at + k] += coupling.densityDerivative(t, x, m[at + k]) * dm[at + k];
                }
            }
        }
    }

    @Override
    public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
        addDerivative(m, dv, first, last, out);
    }

    /** f_mm dm dv; 0 without a density or a change, where a second derivative may be infinite. */
    @Override
    public void addAdjointChange(double[] m, double[] dm, double[] dv, int first, int last, double[] out) {
        int n = grid.size();
        for (int j = first; j <= last; j++) {
            double t = time.time(j);
            for (int start = 0; start < n; start += row.length) {
                grid.position(start, x);
                int at = j * n + start;
                for (int k = 0; k < row.length; k++) {
                    double factor = dm[at + k] * dv[at + k];
                    if (m[at + k] > 0 && factor != 0) {
                        x[x.length - 1] = row[k];
                        out[at + k] += factor * coupling.densitySecondDerivative(t, x, m[at + k]);
                    }
                }
            }
        }
    }

    @Override
    public boolean isLocal() {
        return true;
    }
}
