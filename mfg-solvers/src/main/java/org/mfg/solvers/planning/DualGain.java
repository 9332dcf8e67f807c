package org.mfg.solvers.planning;

import org.mfg.api.discrete.DiscreteGame;

/**
 * By how much the value of the dual,
 *
 * <pre>
 *   D = Σ w (m0 u(0) - m_T u(T)) - Σ Δt Σ w U*(F(b)),   U' = F,   U*(F(b)) = b F(b) - U(b)
 * </pre>
 *
 * <p>with u = backward(b, u(T)), is larger at one plan than at another. It is concave in u(T) and the costs F(b). Of U* the difference is an integral,
 * ∫ b dF = Σ ω_q [b' (F(b') - F(b_q)) + b (F(b_q) - F(b))] by the quadrature of Gauss between the beliefs b and b'.
 */
final class DualGain {
    private static final double[] POINTS = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};
    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    private final DiscreteGame game;
    private final double[] rest;
    private final double[] between;
    private final double[] first;
    private final double[] second;
    private final double[] middle;

    DualGain(DiscreteGame game) {
        this.game = game;
        int size = game.game().isCoupled() ? game.size() : 0;
        rest = new double[size];
        between = new double[size];
        first = new double[size];
        second = new double[size];
        middle = new double[size];
    }

    double of(Plan from, Plan to) {
        double gain = to.promised() - from.promised();
        return game.game().isCoupled() ? gain - conjugate(from.belief, to.belief) : gain;
    }

    /** Costs are the residuals of a value function that is 0 everywhere, but for their sign and what they have in common. */
    private double conjugate(double[] from, double[] to) {
        int n = game.space().size();
        game.backwardResidual(rest, from, first);
        game.backwardResidual(rest, to, second);
        double sum = 0;
        for (int q = 0; q < POINTS.length; q++) {
            for (int i = 0; i < between.length; i++) {
                between[i] = from[i] + POINTS[q] * (to[i] - from[i]);
            }
            game.backwardResidual(rest, between, middle);
            for (int i = n; i < between.length; i++) {
                double below = first[i - n] - middle[i - n];
                double above = middle[i - n] - second[i - n];
                sum += WEIGHTS[q] * game.space().weight(i % n) * (to[i] * above + from[i] * below);
            }
        }
        return sum;
    }
}
