package org.mfg.solvers.planning;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.krylov.ConjugateGradients;

/**
 * Newton's step for the dual, in the unknowns v = du^{nt-1} and y = √(φ w) db of the changes db of the belief at the levels 1 ... nt - 1. With the change of the crowd,
 *
 * <pre>
 *   S_j du^j = du^{j+1} + √(φ_j/w) y^j,   S_j^T μ^j = μ^{j-1} - C_j du^j,   j < nt - 1,
 * </pre>
 *
 * <p>it is the symmetric and positive definite system
 *
 * <pre>
 *   y^j - √(φ_j/w) μ^j = √(φ_j w) (m - b)^{j+1},     C_{nt-1} v - μ^{nt-2} = gradient
 * </pre>
 *
 * <p>by conjugate gradients, a linear sweep a step. Preconditioner: I and C_{nt-1}, the Laplacian of a graph. It makes up for where next to nobody is, and for the rough part of v, which does not live long; what is left is how much more the smooth part
 * does in all the steps than in the last.
 */
final class DualHessian {
    /** What nodes at rest are linked by, of what they would be in motion. */
    private static final double AT_REST = 1e-3;

    private static final int MOST_STEPS = 1000;

    final double[] v;
    /** The change of the belief that the step asks for, a field. */
    final double[] db;

    private final DiscreteGame game;
    private final double[] target;
    private final int n;
    private final int steps;
    private final boolean isCoupled;
    private final FlowLinks links;
    private final ConjugateGradients gradients;
    private final double[] density;
    private final double[] root;
    private final double[] du;
    private final double[] mu;
    private final double[] rhs;
    private final double[] x;
    private final int vAt;
    private StepwiseLinearization l;

    DualHessian(DiscreteGame game, double[] target, FlowLinks links, Plan plan) {
        this.game = game;
        this.target = target;
        this.links = links;
        n = target.length;
        steps = game.time().steps();
        isCoupled = game.game().isCoupled();
        vAt = isCoupled ? (steps - 1) * n : 0;
        gradients = new ConjugateGradients(vAt + n);
        density = new double[game.size()];
        root = new double[vAt];
        du = new double[steps * n];
        mu = new double[steps * n];
        rhs = new double[vAt + n];
        x = new double[vAt + n];
        v = new double[n];
        db = new double[game.size()];
        l = linearize(plan);
    }

    private StepwiseLinearization linearize(Plan plan) {
        System.arraycopy(isCoupled ? plan.belief : plan.m, 0, density, 0, density.length);
        for (int i = 0; i < n; i++) {
            // Where the target is not reached yet, the crowd that it asks for is what a change will have to move.
            density[steps * n + i] = Math.max(plan.m[steps * n + i], target[i]);
        }
        Linearization linearization = game.linearize(plan.u, density);
        if (linearization instanceof StepwiseLinearization stepwise && stepwise.isStepwise()) {
            return stepwise;
        }
        throw InvalidInputException.because(
                "coupling", "couplings must be local for a target density or a ceiling");
    }

    /**
     * Solves for the step.
     *
     * @return the sweeps taken
     */
    int solve(Plan plan, double tolerance) {
        l = linearize(plan);
        links.policy(
                l,
                steps - 1,
                Arrays.copyOfRange(density, steps * n, (steps + 1) * n),
                AT_REST * game.time().step(steps - 1));
        for (int j = 0; j < vAt / n; j++) {
            l.reaction(j, root, j * n);
        }
        for (int k = 0; k < vAt; k++) {
            double w = game.space().weight(k % n);
            root[k] = w > 0 ? Math.sqrt(Math.max(0, root[k]) / w) : 0;
            rhs[k] = root[k] * w * (plan.m[n + k] - plan.belief[n + k]);
        }
        System.arraycopy(plan.gradient, 0, rhs, vAt, n);
        int sweeps = gradients.solve(this::multiply, this::precondition, rhs, x, tolerance, MOST_STEPS);
        sweep(x);
        System.arraycopy(x, vAt, v, 0, n);
        for (int k = 0; k < vAt; k++) {
            double w = game.space().weight(k % n);
            db[n + k] = w > 0 ? plan.m[n + k] - plan.belief[n + k] + mu[k] / w : 0;
        }
        return sweeps + 1;
    }

    /** The derivative of the dual along the step, at a plan. */
    double slope(Plan plan) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += plan.gradient[i] * v[i];
        }
        for (int k = 0; k < vAt; k++) {
            double w = game.space().weight(k % n);
            sum += root[k] * root[k] * w * w * (plan.m[n + k] - plan.belief[n + k]) * db[n + k];
        }
        return sum;
    }

    /** Writes μ of a change. */
    private void sweep(double[] change) {
        System.arraycopy(change, vAt, du, (steps - 1) * n, n);
        for (int j = steps - 2; j >= 0; j--) {
            int at = j * n;
            System.arraycopy(du, at + n, du, at, n);
            for (int k = at; k < at + n && isCoupled; k++) {
                du[k] += root[k] * change[k];
            }
            l.solveStep(j, du, at);
        }
        Arrays.fill(mu, 0);
        for (int j = 0; j < steps - 1; j++) {
            int at = j * n;
            if (j > 0) {
                System.arraycopy(mu, at - n, mu, at, n);
            }
            l.subtractPolicyChange(j, du, at, mu, at);
            l.solveDensityStep(j, mu, at);
        }
    }

    private void multiply(double[] change, double[] image) {
        sweep(change);
        for (int k = 0; k < vAt; k++) {
            image[k] = change[k] - root[k] * mu[k];
        }
        for (int i = 0; i < n; i++) {
            image[vAt + i] = steps > 1 ? mu[(steps - 2) * n + i] : 0;
        }
        l.subtractPolicyChange(steps - 1, change, vAt, image, vAt);
        for (int i = vAt; i < vAt + n; i++) {
            image[i] = -image[i];
        }
    }

    private void precondition(double[] r, double[] z) {
        System.arraycopy(r, 0, z, 0, vAt);
        links.solve(r, z, vAt);
    }
}
