package org.mfg.solvers.sensitivity;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.coupled.LinearEquations;
import org.mfg.solvers.direct.SpaceTimeElimination;

/**
 * The equations of a crowd that keeps to a target or a ceiling, solved exactly, a time step after the other. Where S̃ is S (no discount, no density in the Hamiltonian) the transpose is the same system: with r the
 * weights on the density's equation, q = W r, in the place of du and p, the weights on the value's, in that of the masses μ,
 *
 * <pre>
 *   S_j r^j - r^{j+1} - Φ_j p^j = W⁻¹ h^{j+1},     S_jᵀ p^j - p^{j-1} + C_j r^j = g^j.
 * </pre>
 *
 * <p>A target determines u up to a constant. The one whose mean at T is 0 is taken, so that a quantity has the gradient of what it is there.
 */
final class ConstrainedLinearEquations implements LinearEquations {
    private final DiscreteGame game;
    private final StepwiseLinearization linearization;
    private final SpaceTimeElimination elimination;
    private final Multipliers multipliers;
    private final double softness;
    private final int n;
    private int solutions;

    ConstrainedLinearEquations(DiscreteGame game, double[] u, double[] m, Multipliers multipliers) {
        this.game = game;
        this.multipliers = multipliers;
        Linearization l = game.linearize(u, m);
        if (!(l instanceof StepwiseLinearization stepwise && stepwise.isStepwise())) {
            throw InvalidInputException.because(
                    "coupling", "couplings must be local for sensitivities with a target density or a ceiling");
        }
        linearization = stepwise;
        linearization.solveExactly();
        elimination = new SpaceTimeElimination(game);
        softness = multipliers.hasTarget() ? 0 : Double.NaN;
        n = game.space().size();
    }

    @Override
    public void solve(double[] a, double[] b, double[] du, double[] dm) {
        elimination.solve(linearization, multipliers.stiffness(), softness, a, b, du, dm);
        solutions++;
    }

    @Override
    public boolean hasTranspose() {
        return linearization.isSymmetric();
    }

    @Override
    public void solveTransposed(double[] g, double[] h, double[] p, double[] q) {
        if (!hasTranspose()) {
            throw InvalidInputException.because(
                    "game",
                    "game must have neither a discount nor a Hamiltonian with the density for an adjoint with a target density or a ceiling");
        }
        int size = g.length;
        int last = size - n;
        double[] a = new double[size];
        double[] b = new double[size];
        for (int i = 0; i < last; i++) {
            a[i] = byWeight(h, i + n);
            b[i + n] = byWeight(g, i);
        }
        double[] end = Arrays.copyOfRange(g, last, size);
        if (multipliers.hasTarget()) {
            centre(g, end);
            for (int i = 0; i < n; i++) {
                a[last + i] = byWeight(end, i);
            }
        } else {
            double[] reaction = new double[n];
            linearization.reaction(game.time().steps(), reaction, 0);
            for (int i = 0; i < n; i++) {
                a[last + i] = reaction[i] * byWeight(end, i);
            }
        }
        double[] r = new double[size];
        double[] mu = new double[size];
        elimination.solve(linearization, multipliers.stiffness(), softness, a, b, r, mu);
        solutions++;
        for (int i = 0; i < size; i++) {
            double w = game.space().weight(i % n);
            p[i] = i < last ? w * mu[i + n] : atEnd(w, mu[i], r[i], end[i - last]);
            q[i] = i < n ? w * r[i] + h[i] : w * r[i - n];
        }
    }

    private double atEnd(double weight, double mu, double r, double g) {
        return multipliers.hasTarget() ? weight * r : weight * mu + g;
    }

    /** Takes from the gradient in u(T) what a constant would change. */
    private void centre(double[] g, double[] end) {
        double volume = 0;
        for (int i = 0; i < n; i++) {
            volume += game.space().weight(i);
        }
        double sum = Arrays.stream(g).sum();
        for (int i = 0; i < n; i++) {
            end[i] -= sum * game.space().weight(i) / volume;
        }
    }

    private double byWeight(double[] x, int i) {
        double w = game.space().weight(i % n);
        return w > 0 ? x[i] / w : 0;
    }

    @Override
    public void costWeights(double[] p, double[] weights) {
        linearization.costTransposed(p, weights);
    }

    @Override
    public int sweeps() {
        return solutions;
    }
}
