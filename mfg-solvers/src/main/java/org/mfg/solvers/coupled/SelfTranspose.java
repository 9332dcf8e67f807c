package org.mfg.solvers.coupled;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.StepwiseLinearization;

/**
 * The transpose of the equations of a {@link StepwiseLinearization} with S̃ = S, which is the same system. With W r^j = q^{j+1} the weights on the density's equation, and p those on
 * the value's,
 *
 * <pre>
 *   S_j r^j - r^{j+1} - φ_j W⁻¹ p^j = W⁻¹ h^{j+1},    r^nt = φ_nt W⁻¹ p^nt,   p^nt = p^{nt-1} + g^nt
 *   S_jᵀ p^j - p^{j-1} + C_j r^j = g^j,               q^0 = W r^0 + h^0
 * </pre>
 *
 * <p>r is in the place of du, and p in that of the masses μ. At nodes whose value is given p is 0.
 */
public final class SelfTranspose {
    private final DiscreteGame game;
    private final StepwiseLinearization linearization;
    private final int n;

    /** Of a game at the pair where it is linearised. */
    public SelfTranspose(DiscreteGame game, StepwiseLinearization linearization) {
        this.game = game;
        this.linearization = linearization;
        n = game.space().size();
    }

    /** Writes the sources a and b of the equations for r and W⁻¹ p. */
    public void writeSources(double[] g, double[] h, double[] a, double[] b) {
        int last = g.length - n;
        linearization.reaction(game.time().steps(), a, last);
        for (int i = 0; i < n; i++) {
            b[i] = 0;
            a[last + i] *= byWeight(g, last + i);
        }
        for (int i = 0; i < last; i++) {
            a[i] = byWeight(h, i + n);
            b[i + n] = byWeight(g, i);
        }
    }

    /** Writes p and q. */
    public void writeWeights(double[] r, double[] density, double[] g, double[] h, double[] p, double[] q) {
        int last = p.length - n;
        for (int i = 0; i < p.length; i++) {
            double w = game.space().weight(i % n);
            p[i] = i < last ? w * density[i + n] : isGiven(i % n) ? 0 : w * density[i] + g[i];
            q[i] = i < n ? w * r[i] + h[i] : w * r[i - n];
        }
    }

    private boolean isGiven(int node) {
        return game.space().isExit(node) || game.space().isWall(node);
    }

    /** A weight on an equation of a node by the node's own; 0 at walls. */
    public double byWeight(double[] weights, int i) {
        double w = game.space().weight(i % n);
        return w > 0 ? weights[i] / w : 0;
    }
}
