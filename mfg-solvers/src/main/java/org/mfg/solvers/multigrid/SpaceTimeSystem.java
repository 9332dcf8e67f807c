package org.mfg.solvers.multigrid;

import java.util.stream.IntStream;
import org.mfg.solvers.parallel.Workers;

/**
 * The coefficients of Newton's linear system on one grid, for the time slices j = 0 ... steps - 1,
 *
 * <pre>
 *   H = L*Φ⁻¹ L + C,    (L v)^j = S_j v^j - v^{j+1},  v^steps = 0
 *   (S v)_i = growth v_i + Σ_s rate_s (v_i - v_s),     C the Laplacian of a graph with one conductance a link
 * </pre>
 *
 * <p>and L* the transpose of L, or of one with other rates where drifts depend on the density. With the transpose H is symmetric, and positive
 * definite where Φ > 0. Vectors are arrays whose first steps × n entries are used, time slowest; they are 0 at the
 * nodes that are not free. An instance owns its arrays, which whoever made it fills.
 */
public final class SpaceTimeSystem {
    final Links links;
    final int steps;
    final int n;
    final Workers workers;
    private final int[][] upperEnds;
    private final int[] fixed;
    /** By side, what to add to a node for its neighbour, where that is the same for all that have one; else 0. */
    private final int[] shift;

    /** The quadrature weights of the nodes; 0 in walls. */
    public final double[] weight;
    /** Δt (drift + diffusion) to each side, by side, slice and node; towards exits too. */
    public final double[][] rate;
    /** The rates of L*; the same arrays where it is the transpose of L. */
    public final double[][] forwardRate;
    /** Δt times the diffusion along each axis, by axis, slice and node. */
    public final double[][] diffusion;
    /** The conductances of C by axis, slice and lower end of the link. */
    public final double[][] conductance;
    /** Φ by slice and node: > 0 at free nodes. */
    public final double[] phi;
    /** 1 + rΔt, r the discount. */
    public double growth = 1;

    /**
     * Room for the system of a number of slices.
     *
     * @param isSymmetric whether L* is the transpose of L
     */
    public SpaceTimeSystem(Links links, double[] weight, int steps, boolean isSymmetric, Workers workers) {
        this.links = links;
        this.weight = weight;
        this.steps = steps;
        this.workers = workers;
        n = links.size();
        int d = links.dimension();
        rate = new double[2 * d][steps * n];
        forwardRate = isSymmetric ? rate : new double[2 * d][steps * n];
        diffusion = new double[d][steps * n];
        conductance = new double[d][steps * n];
        phi = new double[steps * n];
        upperEnds = new int[d][];
        for (int k = 0; k < d; k++) {
            upperEnds[k] = links.upperEnds(k);
        }
        fixed = IntStream.range(0, n).filter(i -> !links.isFree()[i]).toArray();
        shift = new int[2 * d];
        for (int s = 0; s < shift.length; s++) {
            shift[s] = links.shift(s);
        }
    }

    /** The upper ends of the links of an axis, by their lower ends; the node itself where there is no link. */
    public int[] upperEnds(int axis) {
        return upperEnds[axis];
    }

    /** Whether L* is the transpose of L. */
    boolean isSymmetric() {
        return forwardRate == rate;
    }

    /** y = L x. */
    public void applyBackward(double[] x, double[] y) {
        workers.run(steps, (thread, j) -> applyBackward(j, x, y));
    }

    /** One slice of y = L x. */
    public void applyBackward(int j, double[] x, double[] y) {
        int at = j * n;
        boolean hasNext = j < steps - 1;
        for (int i = at; i < at + n; i++) {
            y[i] = growth * x[i] - (hasNext ? x[i + n] : 0);
        }
        for (int s = 0; s < shift.length; s++) {
            double[] r = rate[s];
            int by = shift[s];
            if (by == 0) {
                int[] towards = links.neighbour()[s];
                for (int i = 0; i < n; i++) {
                    y[at + i] += r[at + i] * (x[at + i] - x[at + towards[i]]);
                }
            } else {
                int end = at + n - Math.max(0, by);
                for (int i = at + Math.max(0, -by); i < end; i++) {
                    y[i] += r[i] * (x[i] - x[i + by]);
                }
            }
        }
    }

    /** y = L* Φ⁻¹ x, by way of q = Φ⁻¹ x. */
    public void applyForward(double[] x, double[] q, double[] y) {
        workers.run(steps, (thread, j) -> divide(j, x, q));
        workers.run(steps, (thread, j) -> {
            applyForward(j, q, y);
            clearFixed(j, y);
        });
    }

    /** y = H x, by way of q = Φ⁻¹ L x. */
    public void apply(double[] x, double[] q, double[] y) {
        workers.run(steps, (thread, j) -> {
            applyBackward(j, x, q);
            divide(j, q, q);
        });
        workers.run(steps, (thread, j) -> {
            applyForward(j, q, y);
            addPolicyChange(j, x, y);
            clearFixed(j, y);
        });
    }

    private void divide(int j, double[] x, double[] q) {
        for (int i = j * n; i < (j + 1) * n; i++) {
            q[i] = x[i] / phi[i];
        }
    }

    /** y = L* q. */
    private void applyForward(int j, double[] q, double[] y) {
        int at = j * n;
        for (int i = at; i < at + n; i++) {
            y[i] = growth * q[i] - (j > 0 ? q[i - n] : 0);
        }
        for (int s = 0; s < shift.length; s++) {
            double[] r = forwardRate[s];
            for (int i = at; i < at + n; i++) {
                y[i] += r[i] * q[i];
            }
            int by = shift[s];
            if (by == 0) {
                int[] towards = links.neighbour()[s];
                for (int i = 0; i < n; i++) {
                    y[at + towards[i]] -= r[at + i] * q[at + i];
                }
            } else {
                int end = at + n + Math.min(0, by);
                for (int i = at + Math.max(0, by); i < end; i++) {
                    y[i] -= r[i - by] * q[i - by];
                }
            }
        }
    }

    private void clearFixed(int j, double[] y) {
        for (int i : fixed) {
            y[j * n + i] = 0;
        }
    }

    /** y ← y + C x. */
    private void addPolicyChange(int j, double[] x, double[] y) {
        int at = j * n;
        for (int k = 0; k < conductance.length; k++) {
            double[] c = conductance[k];
            int by = shift[2 * k + 1];
            if (by == 0) {
                int[] upper = upperEnds[k];
                for (int i = 0; i < n; i++) {
                    double flux = c[at + i] * (x[at + i] - x[at + upper[i]]);
                    y[at + i] += flux;
                    y[at + upper[i]] -= flux;
                }
            } else {
                int end = at + n - by;
                for (int i = at; i < end; i++) {
                    y[i] += c[i] * (x[i] - x[i + by]);
                }
                for (int i = at + by; i < at + n; i++) {
                    y[i] -= c[i - by] * (x[i - by] - x[i]);
                }
            }
        }
    }
}
