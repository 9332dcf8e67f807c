package org.mfg.solvers.agents;

import java.util.Arrays;
import org.mfg.api.grid.Grid;

/**
 * How far agents are from a density m on a grid. Agents who have left count as mass that has left.
 *
 * @param wasserstein for each axis the distance W1 of the two marginal laws of those inside, in units of that axis; in one
 *     dimension the distance itself, in more a lower bound of it; for an axis of states, which have no distance, the share of the
 *     agents that would have to change theirs, ½ Σ_k |share in state k - its mass|
 * @param l1 Σ_i |share of the agents in the dual cell of node i - w_i m_i|
 * @param inside the share of the agents inside
 * @param mass Σ w m
 */
public record Comparison(double[] wasserstein, double l1, double inside, double mass) {
    /** W1 is ∫ |difference of the distribution functions|, on so many intervals. */
    private static final int INTERVALS = 8192;

    /**
     * Compares some agents with a density.
     *
     * @param positions d entries an agent, NaN for those who have left
     * @param first the first agent, counted from 0
     * @param count how many agents
     * @param m a field; the level begins at {@code offset}
     */
    public static Comparison of(Grid grid, double[] positions, int first, int count, double[] m, int offset) {
        int d = grid.dimension();
        double[] some = Arrays.copyOfRange(positions, first * d, (first + count) * d);
        Cells cells = new Cells(grid);
        double[] share = new double[grid.size()];
        double inside = 0;
        for (int a = 0; a < count; a++) {
            if (!Double.isNaN(some[a * d])) {
                share[cells.nearest(some, a * d)] += 1.0 / count;
                inside += 1.0 / count;
            }
        }
        double l1 = 0;
        for (int i = 0; i < grid.size(); i++) {
            l1 += Math.abs(share[i] - grid.weight(i) * m[offset + i]);
        }
        double[] wasserstein = new double[d];
        for (int k = 0; k < d; k++) {
            wasserstein[k] = k == grid.domain().statesAxis()
                    ? totalVariation(grid, some, m, offset)
                    : wasserstein(grid, k, some, m, offset);
        }
        return new Comparison(wasserstein, l1, inside, grid.integrate(m, offset));
    }

    /** Of the states of those inside; they are the last axis. */
    private static double totalVariation(Grid grid, double[] positions, double[] m, int offset) {
        int d = grid.dimension();
        int states = grid.nodes(d - 1);
        double[] agents = new double[states];
        double inside = 0;
        for (int at = d - 1; at < positions.length; at += d) {
            if (!Double.isNaN(positions[at])) {
                agents[(int) positions[at]]++;
                inside++;
            }
        }
        double[] mass = new double[states];
        for (int i = 0; i < grid.size(); i++) {
            mass[i % states] += grid.weight(i) * m[offset + i];
        }
        double all = grid.integrate(m, offset);
        double sum = 0;
        for (int k = 0; k < states; k++) {
            sum += Math.abs(agents[k] / inside - mass[k] / all);
        }
        return 0.5 * sum;
    }

    private static double wasserstein(Grid grid, int k, double[] positions, double[] m, int offset) {
        double[] agents = new double[INTERVALS + 1];
        double lower = grid.domain().axis(k).lower();
        double width = grid.domain().axis(k).length() / INTERVALS;
        double inside = 0;
        for (int a = k; a < positions.length; a += grid.dimension()) {
            if (!Double.isNaN(positions[a])) {
                int interval = Math.min((int) ((positions[a] - lower) / width), INTERVALS - 1);
                agents[interval + 1]++;
                inside++;
            }
        }
        double[] difference = Marginal.of(grid, k, m, offset).distribution(INTERVALS);
        double sum = 0;
        for (int b = 1; b <= INTERVALS; b++) {
            sum += agents[b] / inside;
            difference[b] -= sum;
        }
        return width * area(difference, grid.domain().axis(k).isPeriodic());
    }

    /** Σ |difference|; on a circle, where the distribution may begin anywhere, of its distance from its median. */
    private static double area(double[] difference, boolean isCircle) {
        double shift = 0;
        if (isCircle) {
            double[] sorted = difference.clone();
            Arrays.sort(sorted);
            shift = sorted[sorted.length / 2];
        }
        double area = 0;
        for (int b = 1; b < difference.length; b++) {
            area += 0.5 * (Math.abs(difference[b - 1] - shift) + Math.abs(difference[b] - shift));
        }
        return area;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Comparison c
                && Arrays.equals(wasserstein, c.wasserstein)
                && l1 == c.l1
                && inside == c.inside
                && mass == c.mass;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(wasserstein) + 31 * Double.hashCode(l1);
    }
}
