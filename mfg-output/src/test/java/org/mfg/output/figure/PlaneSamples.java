package org.mfg.output.figure;

import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** Equilibria in the plane and in space, made of formulas. */
final class PlaneSamples {
    /** A function of time and position. */
    @FunctionalInterface
    interface Field {
        double at(double t, double x, double y);
    }

    private PlaneSamples() {}

    /** The box [0, a] x [0, b]. */
    static Domain box(double a, double b) {
        return Domain.of(Axis.noFlux("x", 0, a), Axis.noFlux("y", 0, b));
    }

    /** Fields for t in [0, 1] on a domain of two or three axes; the density is 0 at walls. */
    static Equilibrium on(Domain domain, int steps, Field m, Field u, int... nodes) {
        Grid grid = Grid.of(domain, nodes);
        TimeGrid time = new TimeGrid(1, steps);
        double[] mm = new double[time.levels() * grid.size()];
        double[] uu = new double[mm.length];
        for (int k = 0; k < mm.length; k++) {
            int node = k % grid.size();
            double t = time.time(k / grid.size());
            double x = grid.coordinate(node, 0);
            double y = grid.coordinate(node, 1);
            mm[k] = grid.isWall(node) ? 0 : m.at(t, x, y);
            uu[k] = u.at(t, x, y);
        }
        return new Equilibrium(
                Samples.game(domain), grid, time, uu, mm, Status.CONVERGED, "made up", Samples.quadraticHistory());
    }

    /** A crowd that walks to the right and spreads, in the unit square. */
    static double crowd(double t, double x, double y) {
        double deviation = 0.1 + 0.1 * t;
        double dx = (x - 0.3 - 0.4 * t) / deviation;
        double dy = (y - 0.4) / deviation;
        return Math.exp(-0.5 * (dx * dx + dy * dy)) / (2 * Math.PI * deviation * deviation);
    }

    /** A bowl around (0.7, 0.6). */
    static double bowl(double t, double x, double y) {
        return (1.5 - t) * ((x - 0.7) * (x - 0.7) + (y - 0.6) * (y - 0.6));
    }
}
