package org.mfg.solvers.planning;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.krylov.ConjugateGradients;

/**
 * Newton's step for the dual, in the unknowns v = du^{nt-1} and y = √(φ w) db of the changes db of the belief at the levels 1 ... nt - 1. With the changes of the value and the crowd,
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
 * <p>by conjugate gradients, a linear sweep a step. C is that of the crowd m along costs, that of the belief b along the value: these are the second derivatives of D in the one and in the other. Preconditioner: I and C_{nt-1}, the Laplacian of a
 * graph. It makes up for where next to nobody is, and for what is rough in v, which does not live long; what is left is by how much more the smooth part moves in all steps than in the last.
 */
final class DualStep {
    /** What nodes at rest are linked by, of what they would be in motion. */
    private static final double AT_REST = 1e-3;

    private static final int MOST_STEPS = 1000;
    /** No belief falls below this part of itself in a step: it would not rise again. */
    private static final double LEAST = 1e-3;

    private final DiscreteGame game;
    private final double[] target;
    private final double[] weight;
    private final int n;
    private final int last;
    /** The entries of y, and where v is in a vector of unknowns. */
    private final int size;

    private final FlowLinks links;
    private final ConjugateGradients gradients;
    private final double[] density;
    private final double[] du;
    private final double[] mu;
    private final double[] rhs;
    private final double[] x;
    /** √(φ/w). */
    private final double[] root;
    /** A value, and the residual of the agents' equation there. */
    private final double[] ahead;

    private final double[] residual;
    private StepwiseLinearization l;
    private Along along = Along.COSTS;

    DualStep(DiscreteGame game, double[] target, FlowLinks links, Plan at) {
        this.game = game;
        this.target = target;
        this.links = links;
        n = target.length;
        last = game.size() - n;
        weight = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] = game.space().weight(i);
        }
        size = game.game().isCoupled() ? last - n : 0;
        gradients = new ConjugateGradients(size + n);
        density = new double[game.size()];
        du = new double[last];
        mu = new double[last];
        rhs = new double[size + n];
        x = new double[size + n];
        root = new double[size];
        ahead = new double[size == 0 ? 0 : game.size()];
        residual = new double[ahead.length];
        l = linearize(at);
    }

    /** Where the target is not reached yet, the crowd that it asks for is what a change will have to move. */
    private StepwiseLinearization linearize(Plan at) {
        System.arraycopy(along == Along.VALUE ? at.belief : at.m, 0, density, 0, last);
        for (int i = 0; i < n; i++) {
            density[last + i] = Math.max(at.m[last + i], target[i]);
        }
        Linearization linearization = game.linearize(at.u, density);
        if (linearization instanceof StepwiseLinearization stepwise && stepwise.isStepwise()) {
            return stepwise;
        }
        throw InvalidInputException.because(
                "coupling",
                "couplings must be local for a target density, which is met by the dual of a convex problem");
    }

    /**
     * Solves for the step from a plan.
     *
     * @param tolerance the length of the residual against that of the right-hand side, both preconditioned
     * @return the sweeps taken
     */
    int solve(Plan at, Along along, double tolerance) {
        this.along = along;
        l = linearize(at);
        int step = game.time().steps() - 1;
        links.policy(
                l,
                step,
                Arrays.copyOfRange(density, last, last + n),
                AT_REST * game.time().step(step));
        for (int j = 0; j < size / n; j++) {
            l.reaction(j, root, j * n);
        }
        for (int k = 0; k < size; k++) {
            double w = weight[k % n];
            root[k] = w > 0 ? Math.sqrt(Math.max(0, root[k]) / w) : 0;
            rhs[k] = root[k] * w * (at.m[n + k] - at.belief[n + k]);
        }
        System.arraycopy(at.gradient, 0, rhs, size, n);
        int sweeps = gradients.solve(this::multiply, this::precondition, rhs, x, tolerance, MOST_STEPS);
        sweep(x);
        return sweeps + 1;
    }

    /** The derivative of the dual along the step, at a plan. */
    double slope(Plan at) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += root[k] * weight[k % n] * (at.m[n + k] - at.belief[n + k]) * x[k];
        }
        for (int i = 0; i < n; i++) {
            sum += at.gradient[i] * x[size + i];
        }
        return sum;
    }

    /** Goes a part of the step: sets what another plan follows from. */
    void move(Plan from, double part, Plan to) {
        System.arraycopy(from.u, 0, to.u, 0, to.u.length);
        for (int i = 0; i < n; i++) {
            to.u[last - n + i] += part * x[size + i];
        }
        if (size > 0 && along == Along.VALUE) {
            System.arraycopy(from.u, 0, ahead, 0, ahead.length);
            for (int k = 0; k < last; k++) {
                ahead[k] += part * du[k];
            }
            game.backwardResidual(ahead, from.belief, residual);
        }
        for (int k = 0; k < size; k++) {
            to.belief[n + k] = belief(k, from, part);
        }
    }

    /** Along costs a belief falls on a curve that stays positive; along the value it is the one whose costs are those of the value, to the first order in the costs. */
    private double belief(int k, Plan from, double part) {
        double b = from.belief[n + k];
        double w = weight[k % n];
        double phi = root[k] * root[k] * w;
        if (along == Along.VALUE && phi > 0) {
            return Math.max(LEAST * b, b + residual[k] / phi);
        }
        double change = w > 0 ? part * (from.m[n + k] - b + mu[k] / w) : 0;
        return change < 0 ? b * b / (b - change) : b + change;
    }

    /** Makes du and μ of a change. */
    private void sweep(double[] change) {
        System.arraycopy(change, size, du, last - n, n);
        for (int j = last / n - 2; j >= 0; j--) {
            int at = j * n;
            System.arraycopy(du, at + n, du, at, n);
            for (int k = at; k < at + n && size > 0; k++) {
                du[k] += root[k] * change[k];
            }
            l.solveStep(j, du, at);
        }
        Arrays.fill(mu, 0, n, 0);
        for (int j = 0; j < last / n - 1; j++) {
            int at = j * n;
            System.arraycopy(mu, Math.max(0, at - n), mu, at, n);
            l.subtractPolicyChange(j, du, at, mu, at);
            l.solveDensityStep(j, mu, at);
        }
    }

    private void multiply(double[] change, double[] image) {
        sweep(change);
        for (int k = 0; k < size; k++) {
            image[k] = change[k] - root[k] * mu[k];
        }
        System.arraycopy(mu, Math.max(0, last - 2 * n), image, size, n);
        l.subtractPolicyChange(last / n - 1, change, size, image, size);
        for (int k = size; k < image.length; k++) {
            image[k] = -image[k];
        }
    }

    private void precondition(double[] r, double[] z) {
        System.arraycopy(r, 0, z, 0, size);
        links.solve(r, z, size);
    }
}
