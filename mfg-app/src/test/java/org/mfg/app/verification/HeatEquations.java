package org.mfg.app.verification;

import java.util.Arrays;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A solver that shares nothing with the framework's: for H = p²/2, F = λ m and walls, the fixed point on two linear heat equations
 * (Guéant 2012), by the implicit Euler method, second order in space, with averaged densities:
 *
 * <pre>
 *   ∂t φ + ν Δφ = λ m φ/(2ν),  φ(T) = exp(-g/(2ν))      ∂t ψ - ν Δψ = -λ m ψ/(2ν),  ψ(0) = m0/φ(0)
 *   m ← m + θ (φψ - m),   u = -2ν log φ
 * </pre>
 */
final class HeatEquations {
    private static final double RELAXATION = 0.3;
    private static final int MOST_ITERATIONS = 500;

    private final double viscosity;
    private final double dt;
    private final double h;
    private final int n;
    private final int steps;
    private final double[] initial;
    private final double[] terminal;
    final double[] u;
    final double[] m;

    HeatEquations(MeanFieldGame game, double lambda, int nodes, int steps) {
        Grid grid = Grid.of(game.domain(), nodes);
        viscosity = game.diffusion().viscosity().orElseThrow();
        dt = new TimeGrid(game.timeGrid(1).horizon(), steps).step(0);
        h = grid.spacing(0);
        n = nodes;
        this.steps = steps;
        initial = new double[n];
        terminal = new double[n];
        for (int i = 0; i < n; i++) {
            double[] x = {grid.coordinate(i, 0)};
            initial[i] = game.initialDensity().at(x);
            terminal[i] = Math.exp(-game.terminalCost().at(x) / (2 * viscosity));
        }
        double mass = grid.integrate(initial, 0);
        Arrays.setAll(initial, i -> initial[i] / mass);
        u = new double[(steps + 1) * n];
        m = new double[u.length];
        iterate(lambda);
    }

    private void iterate(double lambda) {
        for (int j = 0; j <= steps; j++) {
            System.arraycopy(initial, 0, m, j * n, n);
        }
        double change = 1;
        for (int k = 0; change > 1e-12; k++) {
            if (k == MOST_ITERATIONS) {
                throw new AssertionError("the fixed point is not reached: " + change);
            }
            change = sweep(lambda);
        }
    }

    /** Both equations once; gives the largest change of m. */
    private double sweep(double lambda) {
        double[] phi = new double[u.length];
        double[] psi = new double[u.length];
        System.arraycopy(terminal, 0, phi, steps * n, n);
        for (int j = steps - 1; j >= 0; j--) {
            step(phi, j + 1, j, lambda, j + 1);
        }
        for (int i = 0; i < n; i++) {
            psi[i] = initial[i] / phi[i];
        }
        for (int j = 0; j < steps; j++) {
            step(psi, j, j + 1, lambda, j + 1);
        }
        double change = 0;
        for (int i = 0; i < u.length; i++) {
            double move = RELAXATION * (phi[i] * psi[i] - m[i]);
            m[i] += move;
            change = Math.max(change, Math.abs(move));
            u[i] = -2 * viscosity * Math.log(phi[i]);
        }
        return change;
    }

    /** Solves (1 + Δt λ m/(2ν) - Δt ν Δ_h) f_to = f_from with reflecting ends, by elimination. */
    private void step(double[] f, int from, int to, double lambda, int level) {
        double r = dt * viscosity / (h * h);
        double[] upper = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double diagonal = 1 + 2 * r + dt * lambda * m[level * n + i] / (2 * viscosity);
            double below = i == 0 ? 0 : i == n - 1 ? -2 * r : -r;
            double above = i == n - 1 ? 0 : i == 0 ? -2 * r : -r;
            double pivot = i == 0 ? diagonal : diagonal - below * upper[i - 1];
            upper[i] = above / pivot;
            y[i] = (f[from * n + i] - (i == 0 ? 0 : below * y[i - 1])) / pivot;
        }
        for (int i = n - 1; i >= 0; i--) {
            f[to * n + i] = y[i] - (i == n - 1 ? 0 : upper[i] * f[to * n + i + 1]);
        }
    }
}
