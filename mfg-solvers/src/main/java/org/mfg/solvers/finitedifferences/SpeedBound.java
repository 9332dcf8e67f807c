package org.mfg.solvers.finitedifferences;

import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The largest drift |H_{p_k}| to expect on each axis, for the dissipation of {@link LocalLaxFriedrichs}. If the population
 * stayed where it starts and H did not depend on x, a slope of u would be at most that of the terminal cost plus the integral of that
 * of the running cost. H_p is sampled on the box of these momenta, at the densities that occur at the start.
 */
final class SpeedBound {
    private static final int SAMPLES = 5;

    private SpeedBound() {}

    static double[] of(MeanFieldGame game, Grid grid, TimeGrid time) {
        Mesh mesh = new Mesh(grid, game.diffusion());
        double[] m0 = InitialDensity.on(game, grid, mesh);
        double[] momentum = momentum(new Costs(game, grid, time, mesh, 1), mesh, time, m0);
        double largest = 0;
        for (double m : m0) {
            largest = Math.max(largest, m);
        }
        double[] speed = new double[momentum.length];
        double[] p = new double[momentum.length];
        double[] slope = new double[momentum.length];
        int samples = (int) Math.round(Math.pow(SAMPLES, momentum.length));
        for (int i = 0; i < mesh.size; i++) {
            for (int sample = 0; sample < samples; sample++) {
                int rest = sample;
                for (int k = 0; k < p.length; k++) {
                    p[k] = momentum[k] * (2.0 * (rest % SAMPLES) / (SAMPLES - 1) - 1);
                    rest /= SAMPLES;
                }
                for (double m : new double[] {0, largest}) {
                    game.hamiltonian().momentumGradient(0, mesh.position[i], p, m, slope);
                    for (int k = 0; k < p.length; k++) {
                        speed[k] = Math.max(speed[k], Math.abs(slope[k]));
                    }
                }
            }
        }
        return speed;
    }

    /** The bound on |∂u/∂x_k| for each axis. */
    private static double[] momentum(Costs costs, Mesh mesh, TimeGrid time, double[] m0) {
        int n = mesh.size;
        double[] m = new double[time.levels() * n];
        for (int j = 0; j < time.levels(); j++) {
            System.arraycopy(m0, 0, m, j * n, n);
        }
        double[] cost = new double[m.length];
        costs.running(m, cost);
        double[] end = new double[m.length];
        costs.terminal(m, end);
        double[] bound = new double[mesh.momentumSides / 2];
        for (int k = 0; k < mesh.positionSides / 2; k++) {
            bound[k] = steepest(end, time.steps() * n, k, mesh);
            for (int j = 1; j < time.levels(); j++) {
                bound[k] += time.step() * steepest(cost, j * n, k, mesh);
            }
        }
        return bound;
    }

    private static double steepest(double[] v, int at, int axis, Mesh mesh) {
        int[] upper = mesh.neighbour[2 * axis + 1];
        double[] inverseSpacing = mesh.inverseSpacing[2 * axis + 1];
        double largest = 0;
        for (int i = 0; i < mesh.size; i++) {
            largest = Math.max(largest, Math.abs(v[at + upper[i]] - v[at + i]) * inverseSpacing[i]);
        }
        return largest;
    }
}
