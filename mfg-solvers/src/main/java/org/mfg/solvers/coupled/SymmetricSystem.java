package org.mfg.solvers.coupled;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.krylov.LinearOperator;
import org.mfg.solvers.krylov.WeightedConjugateGradients;
import org.mfg.solvers.parallel.Parallel;

/**
 * The coupled linear equations where they are symmetric: of the masses μ of a {@link StepwiseLinearization} with S̃ = S,
 *
 * <pre>
 *   L du - Φ μ = a,   Lᵀ μ + C du = b        (I + L⁻ᵀ C L⁻¹ Φ) μ = L⁻ᵀ (b - C L⁻¹ a)
 * </pre>
 *
 * <p>with Φ = φ W⁻¹ diagonal, of the last step φ_{nt-1} + φ_nt: what the crowd costs at the end is due at the end of the last step too. C is the Hessian of Σ Δt w m g in u and so symmetric, and positive semidefinite for a convex
 * g and m >= 0. If Φ >= 0, the crowd being an aversion, the map is self-adjoint with eigenvalues in [1, ∞) in the inner product of Φ, which for densities has the weights w φ: conjugate
 * gradients solve it, without a basis to keep and to be orthogonal to. The transpose is {@linkplain SelfTranspose the same system}.
 */
final class SymmetricSystem {
    /** Residuals in this inner product tell a digit more of the solution than those of the value function in the Euclidean one. */
    private static final double DIGIT = 10;
    /** Where time steps are solved by iterations, five digits at once ask for products that are less exact; then on with the true residual. */
    private static final double INEXACT_REACH = 1e-5;

    private static final int MOST_STEPS = 1000;
    private static final int MOST_SOLVES = 4;
    private static final double ENOUGH = 2;

    private final StepwiseLinearization linearization;
    private final WeightedConjugateGradients gradients;
    private final SelfTranspose transpose;
    private final double reach;
    private final double tolerance;
    private final int size;
    private int sweeps;

    private SymmetricSystem(
            DiscreteGame game, StepwiseLinearization linearization, double[] weights, double tolerance) {
        this.linearization = linearization;
        this.tolerance = DIGIT * tolerance;
        gradients = new WeightedConjugateGradients(weights, Parallel.of(game));
        transpose = new SelfTranspose(game, linearization);
        reach = game.game().domain().positionAxes() == 1 ? 0 : INEXACT_REACH;
        size = game.size();
    }

    /** The system of a linearised game; null where it is not symmetric, or the crowd is somewhere an attraction. */
    static @Nullable SymmetricSystem of(DiscreteGame game, Linearization l, double tolerance) {
        if (!(l instanceof StepwiseLinearization steps && steps.isStepwise() && steps.isSymmetric())) {
            return null;
        }
        double[] weights = weights(game, steps);
        return Arrays.stream(weights).allMatch(w -> w >= 0)
                ? new SymmetricSystem(game, steps, weights, tolerance)
                : null;
    }

    /** Writes w φ, at the level where the step ends. */
    private static double[] weights(DiscreteGame game, StepwiseLinearization l) {
        int n = game.space().size();
        int steps = game.time().steps();
        double[] weights = new double[game.size()];
        double[] end = new double[n];
        l.reaction(steps, end, 0);
        for (int j = 0; j < steps; j++) {
            l.reaction(j, weights, (j + 1) * n);
        }
        for (int i = 0; i < n; i++) {
            weights[steps * n + i] += end[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= game.space().weight(i % n);
        }
        return weights;
    }

    /** Solves L du - F' dm = a, L* dm = -C du + b; returns false if it was not solved. */
    boolean solve(double[] a, double[] b, double[] du, double[] dm) {
        Arrays.fill(dm, 0);
        double[] left = new double[size];
        double[] part = new double[size];
        LinearOperator product = LinearOperator.inexact(linearization::setTolerance, (v, y) -> {
            linearization.backward(v, null, du);
            linearization.forward(du, null, y);
        });
        linearization.setTolerance(WeightedConjugateGradients.EXACTNESS * Math.max(reach, tolerance));
        linearization.backward(null, a, du);
        linearization.forward(du, b, left);
        double whole = gradients.norm(left);
        double length = whole;
        for (int k = 0; k < MOST_SOLVES && length > ENOUGH * tolerance * whole; k++) {
            double goal = Math.max(reach, tolerance * whole / length);
            sweeps += 1 + gradients.solve(product, left, part, goal, MOST_STEPS);
            add(part, dm);
            linearization.setTolerance(0);
            linearization.backward(dm, a, du);
            linearization.forward(du, b, left);
            subtract(dm, left);
            length = gradients.norm(left);
        }
        add(left, dm);
        return length <= ENOUGH * tolerance * whole;
    }

    /** Solves Lᵀ p + Cᵀ q = g, -F'ᵀ p + L*ᵀ q = h; returns false if it was not solved. */
    boolean solveTransposed(double[] g, double[] h, double[] p, double[] q) {
        double[] a = new double[size];
        double[] b = new double[size];
        double[] r = new double[size];
        double[] density = new double[size];
        transpose.writeSources(g, h, a, b);
        boolean isSolved = solve(a, b, r, density);
        transpose.writeWeights(r, density, g, h, p, q);
        return isSolved;
    }

    /** The forward-backward sweeps so far, but for the first of each solve. */
    int sweeps() {
        return sweeps;
    }

    /** y ← y - x. */
    private static void subtract(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] -= x[i];
        }
    }

    /** y ← y + x. */
    private static void add(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
    }
}
