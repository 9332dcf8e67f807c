package org.mfg.solvers.sensitivity;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.coupled.LinearEquations;
import org.mfg.solvers.coupled.SelfTranspose;
import org.mfg.solvers.direct.SpaceTimeElimination;

/**
 * The equations of a crowd that keeps to a target or a ceiling, solved exactly, a time step after the other. Where S̃ is S (no discount, no density in the Hamiltonian) {@linkplain SelfTranspose the transpose is the same system}; with a target
 * the end has p^nt = W r^nt.
 *
 * <p>A target determines u up to a constant. The one whose mean at T is 0 is taken, so that a quantity has the gradient of what it is there.
 */
final class ConstrainedLinearEquations implements LinearEquations {
    private final DiscreteGame game;
    private final StepwiseLinearization linearization;
    private final SpaceTimeElimination elimination;
    private final Multipliers multipliers;
    private final SelfTranspose transpose;
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
        transpose = new SelfTranspose(game, linearization);
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
        double[] a = new double[size];
        double[] b = new double[size];
        double[] r = new double[size];
        double[] density = new double[size];
        transpose.writeSources(g, h, a, b);
        double[] end = Arrays.copyOfRange(g, size - n, size);
        if (multipliers.hasTarget()) {
            centre(g, end);
            for (int i = 0; i < n; i++) {
                a[size - n + i] = transpose.byWeight(end, i);
            }
        }
        elimination.solve(linearization, multipliers.stiffness(), softness, a, b, r, density);
        solutions++;
        transpose.writeWeights(r, density, g, h, p, q);
        for (int i = size - n; i < size && multipliers.hasTarget(); i++) {
            p[i] = game.space().weight(i % n) * r[i];
        }
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

    @Override
    public void costWeights(double[] p, double[] weights) {
        linearization.costTransposed(p, weights);
    }

    @Override
    public int sweeps() {
        return solutions;
    }
}
