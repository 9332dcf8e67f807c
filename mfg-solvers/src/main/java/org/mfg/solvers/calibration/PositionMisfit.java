package org.mfg.solvers.calibration;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.solvers.sensitivity.ClearedTangent;

/**
 * Positions as counts n of the cells at each time, against those that are expected, λ = N p. Residuals are the roots of the deviance,
 *
 * <pre>
 *   r = ± (2 (n log(n/λ) - n + λ))^½,    Σ r² = constant - 2 Σ n log p   as the λ of a time sum up to N,
 * </pre>
 *
 * <p>so that least squares of r are the largest likelihood. Fisher's information is that of multinomial counts, Σ N (∂p)²/p.
 */
final class PositionMisfit implements Misfit {
    /** The least probability, so that its logarithm is finite: a scheme may leave less than nothing in a cell. */
    private static final double LEAST = 1e-14;
    /** Nearer than this counts are expanded around those expected. */
    private static final double NEAR = 1e-4;

    private final PositionObservations data;
    private final DiscreteGame game;
    private final int[] cells;
    private final double[] counts;
    private final double[] mass;
    private final double[] probability;
    private final double[] total;
    private final int n;

    /**
     * @param cells the entry in a field of times and nodes that each observation counts for
     * @param counts that field
     */
    PositionMisfit(PositionObservations data, DiscreteGame game, double[] m, int[] cells, double[] counts) {
        this.data = data;
        this.game = game;
        this.cells = cells;
        this.counts = counts;
        n = game.grid().size();
        probability = data.masses(game, m);
        mass = sums(probability);
        for (int i = 0; i < probability.length; i++) {
            probability[i] = Math.max(LEAST, probability[i] / mass[i / n]);
        }
        total = sums(counts);
    }

    private double[] sums(double[] field) {
        double[] sums = new double[field.length / n];
        for (int i = 0; i < field.length; i++) {
            sums[i / n] += field[i];
        }
        return sums;
    }

    private boolean isPlace(int entry) {
        return game.grid().weight(entry % n) > 0;
    }

    private double expected(int entry) {
        return total[entry / n] * probability[entry];
    }

    @Override
    public double[] residuals() {
        double[] residuals = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            residuals[i] = isPlace(i) || counts[i] > 0 ? root(counts[i], expected(i)) : 0;
        }
        return residuals;
    }

    /** r. */
    private static double root(double count, double expected) {
        double e = (expected - count) / count;
        if (Math.abs(e) < NEAR) {
            return -Math.sqrt(count) * e * (1 - e / 3);
        }
        double log = count > 0 ? count * Math.log(count / expected) : 0;
        return Math.signum(count - expected) * Math.sqrt(2 * (log - count + expected));
    }

    /** -dr/dλ. */
    private static double slope(double count, double expected) {
        double e = (expected - count) / count;
        return Math.abs(e) < NEAR
                ? (1 - 2 * e / 3) / Math.sqrt(count)
                : (count - expected) / (expected * root(count, expected));
    }

    /** dp along a tangent. */
    private double[] change(ClearedTangent tangent) {
        double[] change = tangent.of((near, du, dm) -> data.masses(near, dm));
        double[] sums = sums(change);
        for (int i = 0; i < change.length; i++) {
            change[i] = (change[i] - probability[i] * sums[i / n]) / mass[i / n];
        }
        return change;
    }

    @Override
    public double[] derivatives(ClearedTangent tangent) {
        double[] change = change(tangent);
        for (int i = 0; i < change.length; i++) {
            change[i] *= isPlace(i) ? total[i / n] * slope(counts[i], expected(i)) : 0;
        }
        return change;
    }

    @Override
    public double[] information(ClearedTangent tangent) {
        return weighed(change(tangent));
    }

    /** (N/p)^½ Δp of the laws themselves, as roots of the deviance of few counts change by less. */
    @Override
    public double[] to(Misfit other) {
        double[] change = ((PositionMisfit) other).probability.clone();
        for (int i = 0; i < change.length; i++) {
            change[i] -= probability[i];
        }
        return weighed(change);
    }

    private double[] weighed(double[] change) {
        for (int i = 0; i < change.length; i++) {
            change[i] *= isPlace(i) ? Math.sqrt(total[i / n] / probability[i]) : 0;
        }
        return change;
    }

    @Override
    public double[] scores(ClearedTangent tangent) {
        double[] change = change(tangent);
        double[] scores = new double[data.agents()];
        for (int i = 0; i < cells.length; i++) {
            scores[data.agentOf(i)] += change[cells[i]] / probability[cells[i]];
        }
        return scores;
    }

    /**
     * Φ⁻¹(F) of the marginal law along the first axis, with F drawn evenly between its values below and above the cell, as nothing more is predicted (randomised quantile residuals, Dunn
     * and Smyth 1996); always the same draws.
     */
    @Override
    public double[] normalScores() {
        NormalDistribution normal = new NormalDistribution();
        SplittableRandom random = new SplittableRandom(1);
        double[] scores = new double[cells.length];
        for (int i = 0; i < scores.length; i++) {
            int first = cells[i] / n * n;
            int index = game.grid().index(cells[i] - first, 0);
            double below = 0;
            double within = 0;
            for (int node = 0; node < n; node++) {
                int other = game.grid().index(node, 0);
                below += other < index ? probability[first + node] : 0;
                within += other == index ? probability[first + node] : 0;
            }
            double share = below + random.nextDouble() * within;
            scores[i] = normal.inverseCumulativeProbability(Math.max(LEAST, Math.min(share, 1 - LEAST)));
        }
        return scores;
    }
}
