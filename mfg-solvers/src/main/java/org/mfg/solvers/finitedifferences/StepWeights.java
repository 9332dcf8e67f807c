package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.grid.TimeGrid;

/**
 * The weights θ_j of the implicit parts of the time steps j. The matrix of a level is that of the step that begins there; of the last level, of the step before.
 *
 * <p>All are θ but those of the first and the last step, which are as near to 1 as makes their explicit parts positive, D being the {@linkplain Mesh#fastest
 * fastest} rate of the diffusion:
 *
 * <pre>
 *   θ_0 = θ_{nt-1} = max(θ, 1 - 1/(D Δt)).
 * </pre>
 *
 * <p>With θ = ½ a step multiplies what is rough on the grid by about -1: a terminal cost or an initial density that does not fit the walls leaves oscillations of u and of m in turn, of one sign
 * at even levels and of the other at odd ones; the drift's drive the density's in resonance. One step of more weight at each end damps them, by D Δt or so (R. Rannacher 1984; M. B. Giles and
 * R. Carter 2006, who take more steps, and halves), and costs as much as another error of order Δt². A sweep and its transpose have both ends.
 */
final class StepWeights {
    private final double[] theta;
    private final double dt;

    StepWeights(TimeGrid time, Mesh mesh, double theta) {
        dt = time.evenStep("crank-nicolson");
        int last = time.steps() - 1;
        this.theta = new double[last + 1];
        Arrays.fill(this.theta, theta);
        this.theta[0] = damping(theta, Math.max(mesh.fastest(0), mesh.fastest(time.time(1))));
        this.theta[last] =
                damping(this.theta[last], Math.max(mesh.fastest(time.time(last)), mesh.fastest(time.horizon())));
    }

    private double damping(double theta, double rate) {
        return Math.max(theta, 1 - 1 / Math.max(1, rate * dt));
    }

    /** θ_j. */
    double of(int step) {
        return theta[step];
    }

    /** θΔt of the matrix of a level. */
    double implicit(int level) {
        return atLevel(level) * dt;
    }

    /** (1 - θ_j)Δt. */
    double explicit(int step) {
        return (1 - theta[step]) * dt;
    }

    /** (1 - θ_j)/θ of the level where step j ends: what its explicit part has of that level's matrix, less the identity. */
    double ratio(int step) {
        return (1 - theta[step]) / atLevel(step + 1);
    }

    private double atLevel(int level) {
        return theta[Math.min(level, theta.length - 1)];
    }
}
