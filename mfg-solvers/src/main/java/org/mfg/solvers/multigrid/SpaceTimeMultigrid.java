package org.mfg.solvers.multigrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.solvers.parallel.Workers;

/**
 * An approximate inverse of {@linkplain SpaceTimeSystem H}: a V-cycle over grids that are coarser in space, not in time, with {@linkplain CrowdSmoother
 * sweeps as smoother} once before and once after the correction.
 *
 * <p>Each of the three goes as far along its direction z as lowers the error most, in the norm of H:
 *
 * <pre>
 *   x ← x + a z,   r ← r - a H z,   a = ⟨z, r⟩ / ⟨z, H z⟩
 * </pre>
 *
 * <p>So none of them amplifies an error, far from an equilibrium too, and where the coarser grid, whose scheme has more viscosity, corrects too little, a makes up for it. The cycle is no linear map by that.
 *
 * <p>Cost: two pairs of sweeps on the finest grid, and half (a line), a quarter (a plane) or an eighth of that on each coarser one. Memory: 14
 * fields on a line, 22 in a plane and 30 in space on the finest grid, and the same shares of it on the coarser ones; where drifts depend on the density, 5, 10 or 14 more.
 */
public final class SpaceTimeMultigrid {
    /** On the coarsest grid, the smoother again so many times. */
    private static final int COARSEST_PASSES = 3;
    /** Of the linear systems of a slice on more than a line: a smoother need not be exact. */
    private static final double SLICE_TOLERANCE = 1e-2;

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
    /** A direction z, Φ⁻¹ L z and H z. */
    private final double[] direction;

    private final double[] scaled;
    private final double[] image;
    /** By time step, ⟨z, r⟩ and ⟨z, H z⟩. */
    private final double[] gains;

    private final double[] curvatures;

    /**
     * Room for a system and its coarser ones.
     *
     * @param isSymmetric whether L* is the transpose of L
     */
    public SpaceTimeMultigrid(Links links, double[] weight, int steps, boolean isSymmetric, Workers workers) {
        this.steps = steps;
        this.workers = workers;
        add(new SpaceTimeSystem(links, weight, steps, isSymmetric, workers));
        for (Links fine = links; Coarsening.isPossible(fine); ) {
            SpaceTimeSystem last = systems.get(systems.size() - 1);
            Coarsening coarsening = Coarsening.of(fine, last.weight);
            coarsenings.add(coarsening);
            fine = coarsening.coarse;
            add(new SpaceTimeSystem(fine, coarsening.coarseWeight, steps, isSymmetric, workers));
        }
        direction = new double[steps * links.size()];
        scaled = new double[steps * links.size()];
        image = new double[steps * links.size()];
        gains = new double[steps];
        curvatures = new double[steps];
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
        double[] residual = residuals.get(l);
        System.arraycopy(r, 0, residual, 0, residual.length);
        Arrays.fill(x, 0, residual.length, 0);
        smooth(l, x);
        if (l == coarsenings.size()) {
            for (int pass = 0; pass < COARSEST_PASSES; pass++) {
                smooth(l, x);
            }
        } else {
            correct(l, x);
            smooth(l, x);
        }
    }

    private void smooth(int l, double[] x) {
        smoothers.get(l).solve(residuals.get(l), direction);
        move(l, x);
    }

    private void correct(int l, double[] x) {
        double[] residual = residuals.get(l);
        double[] restricted = restrictions.get(l + 1);
        double[] correction = corrections.get(l + 1);
        Coarsening coarsening = coarsenings.get(l);
        int n = systems.get(l).n;
        int coarseN = systems.get(l + 1).n;
        workers.run(steps, (thread, j) -> coarsening.restrict(residual, j * n, restricted, j * coarseN));
        cycle(l + 1, restricted, correction);
        workers.run(steps, (thread, j) -> coarsening.interpolate(correction, j * coarseN, direction, j * n));
        move(l, x);
    }

    /** Goes along the direction. */
    private void move(int l, double[] x) {
        double[] residual = residuals.get(l);
        systems.get(l).apply(direction, scaled, image);
        int n = systems.get(l).n;
        workers.run(steps, (thread, j) -> {
            gains[j] = dot(direction, residual, j * n, n);
            curvatures[j] = dot(direction, image, j * n, n);
        });
        double curvature = Arrays.stream(curvatures).sum();
        if (!(curvature > 0)) {
            return;
        }
        double length = Arrays.stream(gains).sum() / curvature;
        workers.run(steps, (thread, j) -> {
            for (int i = j * n; i < (j + 1) * n; i++) {
                x[i] += length * direction[i];
                residual[i] -= length * image[i];
            }
        });
    }

    /** By four sums, which do not wait for each other. */
    private static double dot(double[] a, double[] b, int at, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = at;
        for (; i + 3 < at + count; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < at + count; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
