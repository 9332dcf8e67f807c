package org.mfg.solvers.nested;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.grid.Grid;

/**
 * Carries a solution to the grid of half the spacing and time step, an axis at a time, by cubic interpolation: (-f₀ + 9f₁ + 9f₂ - f₃)/16 halfway, at ends
 * (5f₀ + 15f₁ - 5f₂ + f₃)/16. Unlike {@link Prolongation} it has no kinks, so that differences on the finer grid are as good as the solution. A density stays
 * above 0 where its neighbours are; the initial one is the finer grid's own, and that of a stationary game keeps its mass.
 */
public final class CubicProlongation {
    private CubicProlongation() {}

    /** The solution on the grid of the finer game, which has every node and time level of the coarser one. */
    public static Guess to(DiscreteGame finer, Equilibrium coarse) {
        double[] u = interpolate(coarse.u(), coarse, finer, false);
        double[] m = interpolate(coarse.m(), coarse, finer, true);
        int n = finer.grid().size();
        if (finer.game().isStationary()) {
            for (int level = 0; level < finer.time().levels(); level++) {
                keepMass(m, level * n, finer.grid());
            }
        } else {
            System.arraycopy(finer.initialDensity(), 0, m, 0, n);
        }
        return new Guess(u, m);
    }

    private static void keepMass(double[] m, int at, Grid grid) {
        double mass = grid.integrate(m, at);
        for (int i = 0; i < grid.size(); i++) {
            m[at + i] /= mass;
        }
    }

    private static double[] interpolate(double[] field, Equilibrium coarse, DiscreteGame finer, boolean isDensity) {
        Grid from = coarse.grid();
        Grid to = finer.grid();
        double[] result = new WallFill(from).filled(field);
        int outer = 1;
        if (finer.time().steps() > coarse.time().steps()) {
            result = halved(result, outer, coarse.time().levels(), from.size(), false, isDensity);
        }
        outer = finer.time().levels();
        for (int k = 0; k < to.dimension(); k++) {
            if (to.nodes(k) > from.nodes(k)) {
                boolean isPeriodic = to.domain().axis(k).isPeriodic();
                result = halved(result, outer, from.nodes(k), from.stride(k), isPeriodic, isDensity);
            }
            outer *= to.nodes(k);
        }
        new WallFill(to).clear(result);
        return result;
    }

    /** The field with values halfway between those along its middle index, of the given number. */
    private static double[] halved(double[] f, int outer, int count, int inner, boolean isPeriodic, boolean isDensity) {
        int intervals = isPeriodic ? count : count - 1;
        int finer = count + intervals;
        double[] result = new double[outer * finer * inner];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                System.arraycopy(f, (o * count + i) * inner, result, (o * finer + 2 * i) * inner, inner);
            }
            for (int i = 0; i < intervals; i++) {
                double[] weights = weights(i, intervals, isPeriodic);
                int first = isPeriodic ? i - 1 : Math.max(0, Math.min(i - 1, count - 4));
                int at = (o * finer + 2 * i + 1) * inner;
                for (int r = 0; r < inner; r++) {
                    double sum = 0;
                    for (int k = 0; k < 4; k++) {
                        sum += weights[k] * f[(o * count + Math.floorMod(first + k, count)) * inner + r];
                    }
                    double below = f[(o * count + i) * inner + r];
                    double above = f[(o * count + (i + 1) % count) * inner + r];
                    boolean isLost = isDensity && sum <= 0 && below >= 0 && above >= 0;
                    result[at + r] = isLost ? 0.5 * (below + above) : sum;
                }
            }
        }
        return result;
    }

    private static double[] weights(int interval, int intervals, boolean isPeriodic) {
        if (isPeriodic || (interval > 0 && interval < intervals - 1)) {
            return new double[] {-0.0625, 0.5625, 0.5625, -0.0625};
        }
        return interval == 0
                ? new double[] {0.3125, 0.9375, -0.3125, 0.0625}
                : new double[] {0.0625, -0.3125, 0.9375, 0.3125};
    }
}
