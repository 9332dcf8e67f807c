package org.mfg.solvers.multigrid;

import java.util.ArrayList;
import java.util.List;
import org.mfg.solvers.parallel.Workers;

/**
 * An approximate inverse of {@linkplain SpaceTimeSystem H}: a V-cycle over grids that are coarser in space, not in time, with {@linkplain CrowdSmoother
 * sweeps as smoother} once before and once after the correction. Symmetric, as H is.
 *
 * <p>Cost: two pairs of sweeps on the finest grid, and half (a line), a quarter (a plane) or an eighth of that on each coarser one. Memory: 12
 * fields on a line, 20 in a plane and 28 in space on the finest grid, and the same shares of it on the coarser ones.
 */
public final class SpaceTimeMultigrid {
    /** On the coarsest grid, the smoother again so many times. */
    private static final int COARSEST_PASSES = 3;
    /** Of the linear systems of a slice on more than a line: the smoother need not be exact, but must be the same map every time. */
    private static final double SLICE_TOLERANCE = 1e-8;

    private final Workers workers;
    private final int steps;
    private final List<SpaceTimeSystem> systems = new ArrayList<>();
    private final List<CrowdSmoother> smoothers = new ArrayList<>();
    /** From each grid to the next. */
    private final List<Coarsening> coarsenings = new ArrayList<>();

    private final List<double[]> residuals = new ArrayList<>();
    /** Right-hand side and solution of each grid but the finest, whose are the caller's. */
    private final List<double[]> restrictions = new ArrayList<>();

    private final List<double[]> corrections = new ArrayList<>();
    private final double[] work;

    /** Room for a system and its coarser ones. */
    public SpaceTimeMultigrid(Links links, double[] weight, int steps, Workers workers) {
        this.steps = steps;
        this.workers = workers;
        add(new SpaceTimeSystem(links, weight, steps, workers));
        for (Links fine = links; Coarsening.isPossible(fine); ) {
            SpaceTimeSystem last = systems.get(systems.size() - 1);
            Coarsening coarsening = Coarsening.of(fine, last.weight);
            coarsenings.add(coarsening);
            fine = coarsening.coarse;
            add(new SpaceTimeSystem(fine, coarsening.coarseWeight, steps, workers));
        }
        work = new double[steps * links.size()];
    }

    private void add(SpaceTimeSystem system) {
        systems.add(system);
        smoothers.add(new CrowdSmoother(system, SLICE_TOLERANCE));
        residuals.add(new double[system.steps * system.n]);
        int own = systems.size() == 1 ? 0 : system.steps * system.n;
        restrictions.add(new double[own]);
        corrections.add(new double[own]);
    }

    /** The system on the finest grid, to be filled before {@link #factorize}. */
    public SpaceTimeSystem system() {
        return systems.get(0);
    }

    /** Fills the coarser grids and factorises the smoothers of all. */
    public void factorize() {
        for (int l = 0; l < systems.size(); l++) {
            if (l > 0) {
                SpaceTimeSystem from = systems.get(l - 1);
                SpaceTimeSystem to = systems.get(l);
                Coarsening coarsening = coarsenings.get(l - 1);
                workers.run(steps, (thread, j) -> coarsening.restrict(from, j, to));
            }
            smoothers.get(l).factorize();
        }
    }

    /** The pairs of sweeps that a solve costs, counted in those of the finest grid. */
    public double cost() {
        double cost = 0;
        for (SpaceTimeSystem system : systems) {
            boolean isLast = system == systems.get(systems.size() - 1);
            cost += (isLast ? 1 + COARSEST_PASSES : 2) * (double) system.n / system().n;
        }
        return cost;
    }

    /** One cycle for H x = r from x = 0, the two different arrays. */
    public void solve(double[] r, double[] x) {
        cycle(0, r, x);
    }

    /** One pair of sweeps of the smoother of the finest grid. */
    void smooth(double[] r, double[] x) {
        smoothers.get(0).solve(r, x);
    }

    private void cycle(int l, double[] r, double[] x) {
        smoothers.get(l).solve(r, x);
        if (l == coarsenings.size()) {
            for (int pass = 0; pass < COARSEST_PASSES; pass++) {
                improve(l, r, x);
            }
            return;
        }
        double[] residual = residuals.get(l);
        residual(l, r, x, residual);
        double[] restricted = restrictions.get(l + 1);
        double[] correction = corrections.get(l + 1);
        Coarsening coarsening = coarsenings.get(l);
        int n = systems.get(l).n;
        int coarseN = systems.get(l + 1).n;
        workers.run(steps, (thread, j) -> coarsening.restrict(residual, j * n, restricted, j * coarseN));
        cycle(l + 1, restricted, correction);
        workers.run(steps, (thread, j) -> coarsening.addInterpolated(correction, j * coarseN, x, j * n));
        improve(l, r, x);
    }

    /** Smooths once more: x ← x + P_B⁻¹ (r - H x). */
    private void improve(int l, double[] r, double[] x) {
        double[] residual = residuals.get(l);
        residual(l, r, x, residual);
        smoothers.get(l).solve(residual, work);
        for (int i = 0; i < residual.length; i++) {
            x[i] += work[i];
        }
    }

    private void residual(int l, double[] r, double[] x, double[] out) {
        systems.get(l).apply(x, out, work);
        for (int i = 0; i < out.length; i++) {
            out[i] = r[i] - out[i];
        }
    }
}
