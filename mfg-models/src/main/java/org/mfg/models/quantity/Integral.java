package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;
import org.mfg.models.formula.Formula;

/**
 * Σ_j ω_j Σ w f(x, t_j, u, m), with ω the weights of the trapezoid rule in time, or those of linear interpolation to one time; of a stationary game ω = 1
 * at its one level. Its derivative is taken node by node, by central differences of f.
 *
 * @param name its name
 * @param formula f, in the coordinates, t, u and m
 * @param time the one time; empty for all
 */
record Integral(String name, Formula formula, Optional<Snapshot> time) implements Quantity {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double OF_DENSITY = 1e-3;

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        int n = game.space().size();
        double[] values = new double[game.grid().dimension() + 3];
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            double weight = weight(game, i / n) * game.space().weight(i % n);
            if (weight > 0) {
                place(game, i, u, m, values);
                sum += weight * formula.at(values);
            }
        }
        return sum;
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        int n = game.space().size();
        double[] values = new double[game.grid().dimension() + 3];
        Gradient gradient = new Gradient(new double[u.length], new double[m.length]);
        for (int i = 0; i < m.length; i++) {
            double weight = weight(game, i / n) * game.space().weight(i % n);
            if (weight > 0) {
                place(game, i, u, m, values);
                gradient.u()[value(game, i)] += weight * derivative(values, "u", values.length - 2);
                gradient.m()[i] = weight * derivative(values, "m", values.length - 1);
            }
        }
        return Optional.of(gradient);
    }

    /** ∂f/∂(variable k). A density keeps its sign, for the sake of logarithms: where it is small, so is what rounding does. */
    private double derivative(double[] values, String variable, int k) {
        if (!formula.dependsOn(variable)) {
            return 0;
        }
        double at = values[k];
        double step = STEP * Math.max(1, Math.abs(at));
        if (variable.equals("m") && at > 0) {
            step = Math.min(step, OF_DENSITY * at);
        }
        values[k] = at + step;
        double above = formula.at(values);
        values[k] = at - step;
        double below = formula.at(values);
        values[k] = at;
        return (above - below) / (2 * step);
    }

    private static void place(DiscreteGame game, int entry, double[] u, double[] m, double[] values) {
        int n = game.space().size();
        int d = game.grid().dimension();
        for (int k = 0; k < d; k++) {
            values[k] = game.grid().coordinate(entry % n, k);
        }
        values[d] = game.game().isStationary() ? 0 : game.time().time(entry / n);
        values[d + 1] = u[value(game, entry)];
        values[d + 2] = m[entry];
    }

    /** Where the value function is that goes with a density: of a discounted stationary game the second level is 0. */
    private static int value(DiscreteGame game, int entry) {
        boolean isDiscounted = game.game().isStationary() && !game.game().isErgodic();
        return isDiscounted ? entry % game.space().size() : entry;
    }

    private double weight(DiscreteGame game, int level) {
        if (game.game().isStationary()) {
            return level;
        }
        if (time.isPresent()) {
            return time.get().weight(game, level);
        }
        TimeGrid levels = game.time();
        double before = level == 0 ? 0 : levels.step(level - 1);
        double after = level == levels.steps() ? 0 : levels.step(level);
        return 0.5 * (before + after);
    }
}
