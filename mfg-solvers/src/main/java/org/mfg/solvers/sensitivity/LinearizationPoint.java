package org.mfg.solvers.sensitivity;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Space;

/** Where the equations are differentiated: a game, its equilibrium and the multipliers there. */
final class LinearizationPoint {
    private final DiscreteGame game;
    private final double[] u;
    private final double[] m;
    private final Multipliers multipliers;
    private final double[] residual;

    LinearizationPoint(DiscreteGame game, double[] u, double[] m, Multipliers multipliers) {
        this.game = game;
        this.u = u;
        this.m = m;
        this.multipliers = multipliers;
        residual = new double[u.length];
        writeResidual(game, u, m, residual);
    }

    DiscreteGame game() {
        return game;
    }

    double[] u() {
        return u;
    }

    double[] m() {
        return m;
    }

    Multipliers multipliers() {
        return multipliers;
    }

    /** That of the backward equation, a field. */
    double[] residual() {
        return residual;
    }

    /** Writes the residual of the backward equation of a game near this one. */
    void writeResidual(DiscreteGame near, double[] value, double[] density, double[] residual) {
        multipliers.press(near);
        multipliers.backwardResidual(near, value, density, residual);
    }

    /** m with the masses w m of this game. */
    double[] density(DiscreteGame near) {
        return rescaled(m, game.space(), near.space());
    }

    /** The residual of the forward equation of a game near this one as a density of this one, of the same masses. */
    double[] ofMasses(DiscreteGame near, double[] residual) {
        return rescaled(residual, near.space(), game.space());
    }

    /** A density with the same masses on places of other weights. */
    private static double[] rescaled(double[] field, Space from, Space to) {
        int n = from.size();
        double[] rescaled = field.clone();
        for (int i = 0; i < n; i++) {
            double weight = to.weight(i);
            double ratio = weight > 0 ? from.weight(i) / weight : 1;
            for (int at = i; at < rescaled.length && ratio != 1; at += n) {
                rescaled[at] *= ratio;
            }
        }
        return rescaled;
    }
}
