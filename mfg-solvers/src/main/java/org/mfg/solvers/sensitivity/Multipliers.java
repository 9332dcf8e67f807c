package org.mfg.solvers.sensitivity;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * What keeps a crowd to its constraints at an equilibrium, and how that changes. The toll u(T) of a target is a part of u, with dm(T) = dm_T in place of the end's
 * condition. The pressure P of a ceiling and what is free below it, s = m_max - m, with P s = constant, change by
 *
 * <pre>
 *   dP = P/s (dm - dm_max),
 * </pre>
 *
 * <p>which holds the crowd where the place is full, and does nothing elsewhere. So the equations are those without constraints, with costs that grow by P/s more with the density. Of a game without
 * constraints there is nothing to keep.
 */
final class Multipliers {
    /** P/s in units of the largest pressure and the mean density: more would be lost to round-off, and so much lets the crowd above its ceiling by as little as a part in 1e7 of what it would go. */
    private static final double STIFFEST = 1e7;

    private final double[] pressure;
    /** P/s, a field; empty without a ceiling. */
    private final double[] ratio;

    /** Δt P/s, at the levels after the first; empty without a ceiling. */
    private final double[] stiffness;

    private final boolean hasTarget;

    private Multipliers(double[] pressure, double[] ratio, double[] stiffness, boolean hasTarget) {
        this.ratio = ratio;
        this.pressure = pressure;
        this.stiffness = stiffness;
        this.hasTarget = hasTarget;
    }

    /** Those of an equilibrium; its game feels the pressure from now on. */
    static Multipliers of(DiscreteGame game, Equilibrium equilibrium) {
        boolean hasTarget = game.targetDensity().isPresent();
        if (game.ceiling().isEmpty()) {
            return new Multipliers(new double[0], new double[0], new double[0], hasTarget);
        }
        double[] pressure = equilibrium.pressure().orElseThrow();
        game.setPressure(pressure);
        double[] ceiling = game.ceiling().orElseThrow();
        int n = game.space().size();
        double[] ratio = new double[ceiling.length];
        double[] stiffness = new double[ceiling.length];
        double product = product(ceiling, equilibrium.m(), pressure, n);
        double stiffest = STIFFEST * Arrays.stream(pressure).max().orElse(0) * volume(game);
        for (int i = n; i < ceiling.length; i++) {
            ratio[i] = Math.min(pressure[i] * pressure[i] / product, stiffest);
            stiffness[i] = game.time().stepTo(i / n) * ratio[i];
        }
        return new Multipliers(pressure, ratio, stiffness, hasTarget);
    }

    private static double volume(DiscreteGame game) {
        double volume = 0;
        for (int i = 0; i < game.space().size(); i++) {
            volume += game.space().weight(i);
        }
        return volume;
    }

    /** P s, which is the same everywhere: read where there is most room, as a difference of m and m_max at a place that is full is round-off. */
    private static double product(double[] ceiling, double[] m, double[] pressure, int first) {
        double most = 0;
        double product = Double.MIN_NORMAL;
        for (int i = first; i < m.length; i++) {
            if (ceiling[i] - m[i] > most) {
                most = ceiling[i] - m[i];
                product = most * pressure[i];
            }
        }
        return product;
    }

    boolean hasTarget() {
        return hasTarget;
    }

    /** P/s, by how much the pressure grows with the density; empty without a ceiling. */
    double[] ratio() {
        return ratio;
    }

    double[] stiffness() {
        return stiffness;
    }

    /** Lets another game feel the pressure. */
    void press(DiscreteGame game) {
        press(game, 0, pressure);
    }

    /** Lets a game feel the pressure moved by a step along a change. */
    void press(DiscreteGame game, double step, double[] change) {
        if (stiffness.length > 0) {
            double[] moved = pressure.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] = Math.max(0, moved[i] + step * change[i]);
            }
            game.setPressure(moved);
        }
    }

    /** dP by the changes of the density and the ceiling; empty without a ceiling. */
    double[] pressureChange(double[] dm, double[] dCeiling) {
        double[] change = new double[stiffness.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = ratio[i] * (dm[i] - dCeiling[i]);
        }
        return change;
    }

    /** Writes the residual of a game's backward equation with the conditions that stand in it: m_T - m in the place of the end's, and a ceiling's toll where a place is full. */
    void backwardResidual(DiscreteGame game, double[] u, double[] m, double[] residual) {
        game.backwardResidual(u, m, residual);
        int n = game.space().size();
        if (hasTarget) {
            double[] target = game.targetDensity().orElseThrow();
            for (int i = 0; i < n; i++) {
                residual[residual.length - n + i] = target[i] - m[m.length - n + i];
            }
        }
        if (stiffness.length > 0) {
            double[] ceiling = game.ceiling().orElseThrow();
            for (int i = n; i < stiffness.length; i++) {
                residual[i - n] += stiffness[i] * (ceiling[i] - m[i]);
            }
        }
    }
}
