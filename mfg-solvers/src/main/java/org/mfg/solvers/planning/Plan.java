package org.mfg.solvers.planning;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;

/**
 * An iterate: the value u a step before the end, which says where everybody goes then, and what is believed of the crowd on the way. From these follow
 *
 * <pre>
 *   u(T) = u^{nt-1} + Δt (H(Du^{nt-1}) - f - F[m_T])     the toll that leads to it
 *   u = backward(belief, u(T)),   m = forward(u)
 *   gradient = W m^{nt-1} - S^T W m_T                    of the dual in u^{nt-1}, S that of the last step
 * </pre>
 *
 * <p>At the end the target is believed in. Where nobody feels the crowd beliefs are of no account.
 */
final class Plan {
    final double[] u;
    final double[] m;
    final double[] belief;
    final double[] gradient;
    private final DiscreteGame game;
    private final double[] target;
    private final int n;
    private final int last;
    private final double[] residual;

    /** @param residual a field to work in */
    Plan(DiscreteGame game, double[] target, double[] residual) {
        this.game = game;
        this.target = target;
        this.residual = residual;
        n = target.length;
        last = game.size() - n;
        u = new double[game.size()];
        m = new double[game.size()];
        belief = new double[game.size()];
        gradient = new double[n];
    }

    /** Follows from the value a step before the end, and the belief. */
    void follow() {
        believeInTarget();
        Arrays.fill(u, last, last + n, 0);
        game.backwardResidual(u, belief, residual);
        System.arraycopy(residual, last - n, u, last, n);
        followToll();
    }

    /** Follows from u(T), and the belief. */
    void followToll() {
        believeInTarget();
        center();
        game.backward(belief, u);
        game.forward(u, m);
        double[] reached = Arrays.copyOfRange(m, last, last + n);
        System.arraycopy(target, 0, m, last, n);
        game.forwardResidual(u, m, residual);
        System.arraycopy(reached, 0, m, last, n);
        for (int i = 0; i < n; i++) {
            gradient[i] = -game.space().weight(i) * residual[last + i];
        }
    }

    private void believeInTarget() {
        System.arraycopy(target, 0, belief, last, n);
    }

    /** Of the tolls, known up to a constant, takes those of mean 0. */
    private void center() {
        double sum = 0;
        double volume = 0;
        for (int i = 0; i < n; i++) {
            sum += game.space().weight(i) * u[last + i];
            volume += game.space().weight(i);
        }
        for (int i = 0; i < u.length; i++) {
            u[i] -= game.space().isWall(i % n) ? 0 : sum / volume;
        }
    }

    /** The part of the dual that is linear in u, Σ w (m0 u(0) - m_T u(T)). */
    double promised() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += game.space().weight(i) * (m[i] * u[i] - target[i] * u[last + i]);
        }
        return sum;
    }

    /** The size of the terms of {@link #promised}, of which it has the rounding. */
    double scale() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += game.space().weight(i) * (m[i] * Math.abs(u[i]) + target[i] * Math.abs(u[last + i]));
        }
        return sum;
    }
}
