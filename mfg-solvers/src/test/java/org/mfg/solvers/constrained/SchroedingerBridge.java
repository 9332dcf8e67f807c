package org.mfg.solvers.constrained;

import java.util.Arrays;
import org.mfg.api.game.SpaceFunction;

/**
 * The most likely way of a Brownian crowd of viscosity ν on [0, 1] with reflecting ends from one density to another (Schrödinger 1931): m(t) = φ ψ with
 * φ(t) = K_{T-t} φ_T and ψ(t) = K_t ψ_0, K_t the heat kernel, by Sinkhorn's iteration ψ_0 = m_0 / K_T φ_T, φ_T = m_T / K_T ψ_0.
 */
public final class SchroedingerBridge {
    private static final int CELLS = 320;
    private static final int MODES = 60;
    private static final int ITERATIONS = 2000;

    private final double viscosity;
    private final double horizon;
    private final double[] phi = new double[CELLS + 1];
    private final double[] psi = new double[CELLS + 1];

    /** The way from one density to another. */
    public SchroedingerBridge(SpaceFunction from, SpaceFunction to, double viscosity, double horizon) {
        this.viscosity = viscosity;
        this.horizon = horizon;
        double[] m0 = normalized(from);
        double[] mT = normalized(to);
        double[][] kernel = kernel(horizon);
        Arrays.fill(phi, 1);
        for (int k = 0; k < ITERATIONS; k++) {
            double[] spread = apply(kernel, phi);
            for (int i = 0; i <= CELLS; i++) {
                psi[i] = m0[i] / spread[i];
            }
            spread = apply(kernel, psi);
            for (int i = 0; i <= CELLS; i++) {
                phi[i] = mT[i] / spread[i];
            }
        }
    }

    /** The density at a time, on the nodes i/320. */
    public double[] at(double t) {
        double[] m = apply(kernel(horizon - t), phi);
        double[] other = apply(kernel(t), psi);
        for (int i = 0; i <= CELLS; i++) {
            m[i] *= other[i];
        }
        return m;
    }

    private static double weight(int i) {
        return (i == 0 || i == CELLS ? 0.5 : 1.0) / CELLS;
    }

    private static double[] normalized(SpaceFunction density) {
        double[] m = new double[CELLS + 1];
        double mass = 0;
        for (int i = 0; i <= CELLS; i++) {
            m[i] = density.at(new double[] {(double) i / CELLS});
            mass += weight(i) * m[i];
        }
        for (int i = 0; i <= CELLS; i++) {
            m[i] /= mass;
        }
        return m;
    }

    /** K_t(x, y) = 1 + 2 Σ_k exp(-ν k² π² t) cos(kπx) cos(kπy). */
    private double[][] kernel(double t) {
        double[][] kernel = new double[CELLS + 1][CELLS + 1];
        for (int k = 0; k < MODES; k++) {
            double decay = (k == 0 ? 1 : 2) * Math.exp(-viscosity * k * k * Math.PI * Math.PI * t);
            for (int i = 0; i <= CELLS; i++) {
                double left = decay * Math.cos(k * Math.PI * i / CELLS);
                for (int j = 0; j <= CELLS; j++) {
                    kernel[i][j] += left * Math.cos(k * Math.PI * j / CELLS);
                }
            }
        }
        return kernel;
    }

    private static double[] apply(double[][] kernel, double[] f) {
        double[] image = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            for (int j = 0; j < f.length; j++) {
                image[i] += kernel[i][j] * weight(j) * f[j];
            }
        }
        return image;
    }
}
