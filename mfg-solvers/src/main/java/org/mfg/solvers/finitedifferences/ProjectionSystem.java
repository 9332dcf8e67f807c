package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.Grid;
import org.mfg.solvers.linalg.AxisModes;
import org.mfg.solvers.parallel.Workers;

/**
 * The system Λ M⁻¹ Λᵀ φ = e of the projection on the discrete {@linkplain ContinuityEquation Fokker-Planck equation}, solved directly: on an even grid with
 * constant diffusion its parts in space have the same eigenvectors, and each of them is left with a tridiagonal system in time,
 *
 * <pre>
 *   -σ φ^{j-1} + (σ² + 1 - [j = 0] + 2 a Δt² κ/b) φ^j - σ φ^{j+1} = a Δt e^j,   σ = 1 + Δt Σ_k D_k κ_k,   κ = Σ_k κ_k,
 * </pre>
 *
 * <p>with σ² a/a_T in place of σ² in the last step, where the density has the weight a_T. Cost: Σ n_k for each entry twice. Memory: two fields.
 */
final class ProjectionSystem {
    private final Grid grid;
    private final int steps;
    private final double dt;
    private final AxisModes[] modes;
    private final Workers workers;
    /** By mode: σ, and κ. */
    private final double[] sigma;

    private final double[] kappa;
    /** The inverse pivots of the tridiagonal systems, by step and mode. */
    private final double[] inversePivot;

    private final double[] work;
    private double scale;

    ProjectionSystem(Grid grid, double[] diffusion, double dt, int steps, Workers workers) {
        this.grid = grid;
        this.steps = steps;
        this.dt = dt;
        this.workers = workers;
        int n = grid.size();
        modes = new AxisModes[grid.dimension()];
        sigma = new double[n];
        kappa = new double[n];
        inversePivot = new double[steps * n];
        work = new double[steps * n];
        for (int k = 0; k < modes.length; k++) {
            modes[k] = grid.domain().axis(k).isPeriodic()
                    ? AxisModes.periodic(grid.nodes(k), grid.spacing(k))
                    : AxisModes.betweenWalls(grid.nodes(k), grid.spacing(k));
        }
        for (int i = 0; i < n; i++) {
            sigma[i] = 1;
            for (int k = 0; k < modes.length; k++) {
                double eigenvalue = modes[k].eigenvalue(grid.index(i, k));
                kappa[i] += eigenvalue;
                sigma[i] += dt * diffusion[k] * eigenvalue;
            }
        }
    }

    /** Factorises the system for the weights a of the density, another one at the end, and b of the fluxes. */
    void factorize(double a, double aEnd, double b) {
        scale = a * dt;
        int n = grid.size();
        for (int j = 0; j < steps; j++) {
            double ratio = j == steps - 1 ? a / aEnd : 1;
            for (int i = 0; i < n; i++) {
                double square = sigma[i] * sigma[i];
                double before = j == 0 ? 0 : 1 - square * inversePivot[(j - 1) * n + i];
                inversePivot[j * n + i] = 1 / (ratio * square + 2 * a * dt * dt * kappa[i] / b + before);
            }
        }
    }

    /** Replaces e by φ. */
    void solve(double[] field) {
        double[] from = field;
        double[] to = work;
        for (int k = 0; k < modes.length; k++) {
            transform(k, true, from, to);
            double[] swap = from;
            from = to;
            to = swap;
        }
        solveInTime(from);
        for (int k = modes.length - 1; k >= 0; k--) {
            transform(k, false, from, to);
            double[] swap = from;
            from = to;
            to = swap;
        }
    }

    private void transform(int k, boolean isAnalysis, double[] from, double[] to) {
        int inner = grid.stride(k);
        int blocks = grid.size() / (modes[k].size() * inner);
        workers.run(steps, (thread, j) -> {
            if (isAnalysis) {
                modes[k].analyse(from, j * blocks, (j + 1) * blocks, inner, to);
            } else {
                modes[k].synthesise(from, j * blocks, (j + 1) * blocks, inner, to);
            }
        });
    }

    private void solveInTime(double[] field) {
        int n = grid.size();
        for (int i = 0; i < n; i++) {
            field[i] *= scale * inversePivot[i];
        }
        for (int at = n; at < field.length; at += n) {
            for (int i = 0; i < n; i++) {
                field[at + i] = (scale * field[at + i] + sigma[i] * field[at + i - n]) * inversePivot[at + i];
            }
        }
        for (int at = field.length - 2 * n; at >= 0; at -= n) {
            for (int i = 0; i < n; i++) {
                field[at + i] += sigma[i] * inversePivot[at + i] * field[at + i + n];
            }
        }
    }
}
