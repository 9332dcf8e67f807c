package org.mfg.solvers.nested;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Carries a solution to another grid, mostly a finer one, of the same domain by multilinear interpolation in time and space, an axis at a time.
 * Walls first take the values of the free nodes beside them. The density is then scaled at each time to the mass it had on the
 * grid that it comes from.
 */
public final class Prolongation {
    private Prolongation() {}

    /** The solution on the grid of the given game. */
    public static Guess to(DiscreteGame finer, Equilibrium coarse) {
        return to(finer, coarse.grid(), coarse.time(), new Guess(coarse.u(), coarse.m()));
    }

    /** Fields on a grid and time levels, on those of the given game. */
    public static Guess to(DiscreteGame finer, Grid grid, TimeGrid time, Guess fields) {
        double[] u = interpolate(fields.u(), grid, time, finer);
        double[] m = interpolate(fields.m(), grid, time, finer);
        keepMass(m, fields.m(), grid, time.steps(), finer);
        return new Guess(u, m);
    }

    private static double[] interpolate(double[] field, Grid from, TimeGrid time, DiscreteGame finer) {
        Grid to = finer.grid();
        double[] filled = new WallFill(from).filled(field);
        double[] result = alongTime(filled, time.steps(), finer.time().steps(), from.size());
        int outer = finer.time().levels();
        for (int k = 0; k < to.dimension(); k++) {
            Stencil stencil = Stencil.of(to.domain().axis(k), from.nodes(k), to.nodes(k));
            int inner = from.stride(k);
            result = stencil.apply(result, outer, inner);
            outer *= to.nodes(k);
        }
        new WallFill(to).clear(result);
        return result;
    }

    private static double[] alongTime(double[] field, int from, int to, int size) {
        return Stencil.between(from + 1, to + 1).apply(field, 1, size);
    }

    private static void keepMass(double[] m, double[] coarse, Grid grid, int steps, DiscreteGame finer) {
        int n = finer.grid().size();
        double[] m0 = finer.initialDensity();
        System.arraycopy(m0, 0, m, 0, n);
        for (int j = 1; j < finer.time().levels(); j++) {
            double at = (double) j * steps / finer.time().steps();
            int below = Math.min((int) at, steps - 1);
            int size = grid.size();
            double mass = (below + 1 - at) * grid.integrate(coarse, below * size)
                    + (at - below) * grid.integrate(coarse, (below + 1) * size);
            double scale = mass / finer.grid().integrate(m, j * n);
            for (int i = j * n; i < (j + 1) * n; i++) {
                m[i] *= scale;
            }
        }
    }

    /** Linear interpolation along one axis: value = (1 - fraction) f[below] + fraction f[above]. */
    private record Stencil(int from, int[] below, int[] above, double[] fraction) {

        static Stencil of(Axis axis, int from, int to) {
            return axis.isPeriodic() ? around(from, to) : between(from, to);
        }

        static Stencil between(int from, int to) {
            return make(from, to, (double) (from - 1) / (to - 1), false);
        }

        static Stencil around(int from, int to) {
            return make(from, to, (double) from / to, true);
        }

        private static Stencil make(int from, int to, double ratio, boolean periodic) {
            int[] below = new int[to];
            int[] above = new int[to];
            double[] fraction = new double[to];
            for (int i = 0; i < to; i++) {
                double at = i * ratio;
                below[i] = Math.min((int) at, periodic ? from - 1 : from - 2);
                above[i] = (below[i] + 1) % from;
                fraction[i] = at - below[i];
            }
            return new Stencil(from, below, above, fraction);
        }

        double[] apply(double[] f, int outer, int inner) {
            int to = below.length;
            double[] result = new double[outer * to * inner];
            for (int o = 0; o < outer; o++) {
                for (int i = 0; i < to; i++) {
                    int low = (o * from + below[i]) * inner;
                    int high = (o * from + above[i]) * inner;
                    int at = (o * to + i) * inner;
                    for (int r = 0; r < inner; r++) {
                        result[at + r] = (1 - fraction[i]) * f[low + r] + fraction[i] * f[high + r];
                    }
                }
            }
            return result;
        }
    }
}
