package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.grid.TimeGrid;

/** The weights θ_j of the implicit parts of the time steps j. The matrix of a level is that of the step that begins there; of the last level, of the step before. */
final class StepWeights {
    private final double[] theta;
    private final double dt;

    StepWeights(TimeGrid time, double theta) {
        dt = time.evenStep("crank-nicolson");
        this.theta = new double[time.steps()];
        Arrays.fill(this.theta, theta);
        String[] seq = System.getProperty("mfg.seq", "1").split(",");
        for (int j = 0; j < Math.min(seq.length, time.steps() / 2); j++) {
            this.theta[j] = Double.parseDouble(seq[j]);
            this.theta[time.steps() - 1 - j] = Double.parseDouble(seq[j]);
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
