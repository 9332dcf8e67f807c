package org.mfg.models.game;

import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;

/**
 * What is left of both equations when an exact solution is put in, at one point, by differences of fourth order. F is
 * the right-hand side of the Hamilton-Jacobi-Bellman equation there, given by the test. For H = ½ mobility |p|² only.
 */
final class EquationResiduals {
    private static final double STEP = 2e-3;

    private final ExactSolution exact;
    private final double viscosity;

    private final double mobility;

    /** For H = |p|²/2. */
    EquationResiduals(MeanFieldGame game) {
        this(game, 1);
    }

    EquationResiduals(MeanFieldGame game, double mobility) {
        this.mobility = mobility;
        exact = game.exactSolution().orElseThrow();
        viscosity = game.diffusion().viscosity().orElseThrow();
    }

    private interface Field {
        double at(double t, double[] x);
    }

    /** -∂t u - ν Δu + H(∇u) - F. */
    double hamiltonJacobiBellman(double t, double[] x, double cost) {
        double residual = -slope(exact::value, t, x, -1) - cost;
        for (int k = 0; k < x.length; k++) {
            double p = slope(exact::value, t, x, k);
            residual += -viscosity * curvature(exact::value, t, x, k) + 0.5 * mobility * p * p;
        }
        return residual;
    }

    /** ∂t m - ν Δm - mobility (∇m·∇u + m Δu). */
    double fokkerPlanck(double t, double[] x) {
        double residual = slope(exact::density, t, x, -1);
        double m = exact.density(t, x);
        for (int k = 0; k < x.length; k++) {
            residual -= viscosity * curvature(exact::density, t, x, k);
            residual -= mobility * slope(exact::density, t, x, k) * slope(exact::value, t, x, k);
            residual -= mobility * m * curvature(exact::value, t, x, k);
        }
        return residual;
    }

    /** ∂u/∂x_k. */
    double valueSlope(double t, double[] x, int k) {
        return slope(exact::value, t, x, k);
    }

    /** ∂m/∂x_k. */
    double densitySlope(double t, double[] x, int k) {
        return slope(exact::density, t, x, k);
    }

    /** The first derivative along axis k, or in time for k = -1. */
    private static double slope(Field f, double t, double[] x, int k) {
        double near = moved(f, t, x, k, STEP) - moved(f, t, x, k, -STEP);
        double far = moved(f, t, x, k, 2 * STEP) - moved(f, t, x, k, -2 * STEP);
        return (8 * near - far) / (12 * STEP);
    }

    private static double curvature(Field f, double t, double[] x, int k) {
        double near = moved(f, t, x, k, STEP) + moved(f, t, x, k, -STEP);
        double far = moved(f, t, x, k, 2 * STEP) + moved(f, t, x, k, -2 * STEP);
        return (16 * near - far - 30 * f.at(t, x)) / (12 * STEP * STEP);
    }

    private static double moved(Field f, double t, double[] x, int k, double e) {
        if (k < 0) {
            return f.at(t + e, x);
        }
        double[] y = x.clone();
        y[k] += e;
        return f.at(t, y);
    }
}
