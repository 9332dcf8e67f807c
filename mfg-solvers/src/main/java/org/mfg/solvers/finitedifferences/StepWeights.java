package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.grid.TimeGrid;

/**
 * The weights θ_j of the implicit parts of the time steps j. The matrix of a level is that of the step that begins there; of the last level, of the step before.
 *
 * <p>All are θ but, where the ends are damped, those of the first and the last step, which are implicit: θ_0 = θ_{nt-1} = 1. With θ = ½ a step multiplies what is rough on the grid by about -1: a terminal cost or an
 * initial density that does not fit the walls leaves oscillations of u and of m, of one sign at even levels and of the other at odd ones, and the drift's drive the density's in resonance. An implicit step
 * at each end damps them by νΔt/h² or so (R. Rannacher 1984; M. B. Giles and R. Carter 2006, who take more steps, and halves); its error of order Δt² leaves the order 2. A sweep and its transpose have both ends.
 */
final class StepWeights {
    private final double[] theta;
    private final double dt;

    StepWeights(TimeGrid time, double theta, boolean isDamped) {
        dt = time.evenStep("crank-nicolson");
        this.theta = new double[time.steps()];
        Arrays.fill(this.theta, theta);
        if (isDamped) {
            this.theta[0] = 1;
            this.theta[time.steps() - 1] = 1;
        }
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
