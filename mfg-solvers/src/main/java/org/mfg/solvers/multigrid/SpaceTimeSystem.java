package org.mfg.solvers.multigrid;

import org.mfg.solvers.parallel.Workers;

/**
 * The coefficients of Newton's linear system on one grid, for the time slices j = 0 ... steps - 1,
 *
 * <pre>
 *   H = Lᵀ Φ⁻¹ L + C,    (L v)^j = S_j v^j - v^{j+1},  v^steps = 0
 *   (S v)_i = growth v_i + Σ_s rate_s (v_i - v_s),     C the Laplacian of a graph with one conductance a link
 * </pre>
 *
 * <p>symmetric and positive definite where Φ > 0. Vectors are arrays whose first steps × n entries are used, time slowest; they are 0 at the
 * nodes that are not free. An instance owns its arrays, which whoever made it fills.
 */
public final class SpaceTimeSystem {
    final Links links;
    final int steps;
    final int n;
    final Workers workers;
    private final int[][] upperEnds;

    /** The quadrature weights of the nodes; 0 in walls. */
    public final double[] weight;
    /** Δt (drift + diffusion) to each side, by side, slice and node; towards exits too. */
    public final double[][] rate;
    /** Δt times the diffusion along each axis, by axis, slice and node. */
    public final double[][] diffusion;
    /** The conductances of C by axis, slice and lower end of the link. */
    public final double[][] conductance;
    /** Φ by slice and node: > 0 at free nodes. */
    public final double[] phi;
    /** 1 + rΔt, r the discount. */
    public double growth = 1;

    /** Room for the system of a number of slices. */
    public SpaceTimeSystem(Links links, double[] weight, int steps, Workers workers) {
        this.links = links;
        this.weight = weight;
        this.steps = steps;
        this.workers = workers;
        n = links.size();
        int d = links.dimension();
        rate = new double[2 * d][steps * n];
        diffusion = new double[d][steps * n];
        conductance = new double[d][steps * n];
        phi = new double[steps * n];
        upperEnds = new int[d][];
        for (int k = 0; k < d; k++) {
            upperEnds[k] = links.upperEnds(k);
        }
    }

    /** The upper ends of the links of an axis, by their lower ends; the node itself where there is no link. */
    public int[] upperEnds(int axis) {
        return upperEnds[axis];
    }

    /** y = L x. */
    public void applyBackward(double[] x, double[] y) {
        workers.run(steps, (thread, j) -> applyBackward(j, x, y));
    }

    private void applyBackward(int j, double[] x, double[] y) {
        int at = j * n;
        boolean hasNext = j < steps - 1;
        for (int i = at; i < at + n; i++) {
            y[i] = growth * x[i] - (hasNext ? x[i + n] : 0);
        }
        for (int s = 0; s < rate.length; s++) {
            int[] towards = links.neighbour()[s];
            double[] r = rate[s];
            for (int i = 0; i < n; i++) {
                y[at + i] += r[at + i] * (x[at + i] - x[at + towards[i]]);
            }
        }
    }

    /** y = Lᵀ (x / divisor) + C c; the divisor is Φ. */
    private void applyForward(int j, double[] x, double[] c, double[] y) {
        int at = j * n;
        for (int i = 0; i < n; i++) {
            double sum = growth;
            for (double[] r : rate) {
                sum += r[at + i];
            }
            int k = at + i;
            y[k] = sum * x[k] / phi[k] - (j > 0 ? x[k - n] / phi[k - n] : 0);
        }
        for (int s = 0; s < rate.length; s++) {
            int[] towards = links.neighbour()[s];
            double[] r = rate[s ^ 1];
            for (int i = 0; i < n; i++) {
                int from = at + towards[i];
                y[at + i] -= towards[i] == i ? 0 : r[from] * x[from] / phi[from];
            }
        }
        if (c.length > 0) {
            addPolicyChange(at, c, y);
        }
        for (int i = 0; i < n; i++) {
            if (!links.isFree()[i]) {
                y[at + i] = 0;
            }
        }
    }

    /** y = Lᵀ Φ⁻¹ x. */
    public void applyForward(double[] x, double[] y) {
        workers.run(steps, (thread, j) -> applyForward(j, x, new double[0], y));
    }

    /** y = H x. */
    public void apply(double[] x, double[] y, double[] work) {
        applyBackward(x, work);
        workers.run(steps, (thread, j) -> applyForward(j, work, x, y));
    }

    private void addPolicyChange(int at, double[] x, double[] y) {
        for (int k = 0; k < conductance.length; k++) {
            double[] c = conductance[k];
            int[] upper = upperEnds[k];
            for (int i = 0; i < n; i++) {
                double flux = c[at + i] * (x[at + i] - x[at + upper[i]]);
                y[at + i] += flux;
                y[at + upper[i]] -= flux;
            }
        }
    }
}
