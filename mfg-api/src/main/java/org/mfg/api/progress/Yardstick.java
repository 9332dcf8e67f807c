package org.mfg.api.progress;

import java.util.Random;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.equilibrium.Iteration;

/**
 * Measures an iterate (u, m), a strategy and the population that plays it (m = forward(u)): the two residuals, the
 * fixed-point defect, the exploitability, the mass drift and the smallest density. Defect and exploitability need the best
 * response to m, a nonlinear backward and a forward sweep, once for all iterates where {@linkplain
 * org.mfg.api.game.MeanFieldGame#isCoupled nobody feels the crowd}; the rest needs no sweep.
 *
 * <p>What a crowd misses of a target density, or has above a ceiling, counts as a residual of its equation, and the gap of the pressure, times volume and horizon, as one of the agents': see {@link Kept}.
 */
public final class Yardstick {
    private static final int PROBES = 3;
    private static final int SEED = 1;
    private static final double[] NONE = new double[0];
    /** The unit of costs is at most so many times what u differs by from place to place: a constant in the costs is no part of the game. */
    private static final double DIFFERENCES = 1000;

    private final DiscreteGame game;
    private final int n;
    private final int levels;
    private final WorkFields fields;
    private final double[] exited;
    /** The best response to a crowd, and the crowd that plays it; kept where they are those to every crowd. */
    private double[] best = NONE;

    private double[] response = NONE;
    /** Whether {@link #best} is the best response to every crowd, and what was left of its equation when it was found. */
    private boolean isKnown;

    private double left;

    /** For iterates of the game. */
    public Yardstick(DiscreteGame game) {
        this(game, new WorkFields());
    }

    /** @param fields to measure in: two, and two more for a best response */
    Yardstick(DiscreteGame game, WorkFields fields) {
        this.game = game;
        this.fields = fields;
        n = game.space().size();
        levels = game.time().levels();
        exited = new double[levels];
    }

    /** All measures of an iterate. */
    public Iteration measure(int index, double[] u, double[] m, double step, int sweeps, double seconds) {
        return completed(residuals(index, u, m, step, sweeps, seconds), u, m);
    }

    /** The measures that need no sweep: defect and exploitability are NaN. */
    public Iteration residuals(int index, double[] u, double[] m, double step, int sweeps, double seconds) {
        return residuals(index, u, NONE, m, step, sweeps, seconds);
    }

    /**
     * The measures that need no sweep, of a value function that is known beyond the last digit of u. The residual of Hamilton-Jacobi-Bellman is that of u but for rounding; that of
     * Fokker-Planck, where drifts are {@linkplain org.mfg.api.discrete.MomentumForm steep}, is not.
     *
     * @param digits what it has beyond u, at most half a unit in the last place of it; empty for nothing
     */
    public Iteration residuals(
            int index, double[] u, double[] digits, double[] m, double step, int sweeps, double seconds) {
        double[] residual = fields.take(game.size());
        game.backwardResidual(u, m, residual);
        Kept kept = Kept.of(game, m);
        double hjbResidual = Math.max(maxAbs(residual), costOf(kept.gap())) / costScale(u);
        crowdResidual(u, digits, m, residual);
        double fpResidual = fpResidual(residual);
        fields.give(residual);
        double unknown = Double.NaN;
        return new Iteration(
                index,
                hjbResidual,
                Math.max(fpResidual, Math.max(kept.missed(), kept.above())),
                unknown,
                unknown,
                massDrift(u, m),
                minDensity(m),
                step,
                sweeps,
                seconds);
    }

    /** The iteration of this iterate with its defect and exploitability. */
    public Iteration completed(Iteration i, double[] u, double[] m) {
        double[] residual = fields.take(game.size());
        game.backwardResidual(u, m, residual);
        double policyCost = PolicyCost.of(game, u, m, residual);
        findBest(u, m, residual);
        double exploitability = policyCost - PolicyCost.ofCostToGo(game, m, best);
        Iteration completed = i.withResponse(relativeDistance(response, m), exploitability);
        fields.give(residual);
        if (!isKnown) {
            forgetBest();
        }
        return completed;
    }

    /** The {@linkplain DiscreteGame#dualityGap duality gap} of u and the population m that plays it; NaN for a game without one. */
    public double dualityGap(double[] u, double[] m) {
        double[] residual = fields.take(game.size());
        game.backwardResidual(u, m, residual);
        double gap = game.dualityGap(m, residual);
        fields.give(residual);
        return gap;
    }

    /** Finds the best response to m, and the crowd that plays it; keeps them where they are known and solve what they did. */
    private void findBest(double[] u, double[] m, double[] residual) {
        if (isKnown && left == leftOf(m, residual)) {
            return;
        }
        forgetBest();
        best = fields.take(game.size());
        response = fields.take(game.size());
        System.arraycopy(u, 0, best, 0, best.length);
        game.backward(m, best);
        System.arraycopy(m, 0, response, 0, response.length);
        game.forward(best, response);
        if (!game.game().isCoupled() && !game.game().isConstrained()) {
            isKnown = true;
            left = leftOf(m, residual);
        }
    }

    private void forgetBest() {
        isKnown = false;
        if (best != NONE) {
            fields.give(best, response);
            best = NONE;
            response = NONE;
        }
    }

    /** The largest residual at the best response. */
    private double leftOf(double[] m, double[] residual) {
        game.backwardResidual(best, m, residual);
        return maxAbs(residual);
    }

    /**
     * About the least residual that round-off allows near (u, m): by how much that of Hamilton-Jacobi-Bellman at (u, forward(u)) changes
     * when every entry of u moves by its last digit, up or down at random, which adds up the magnitudes of all terms times the unit
     * round-off, the feedback's included; and what is left of Fokker-Planck after its sweep.
     */
    public double attainable(double[] u, double[] m) {
        forgetBest();
        double scale = costScale(u);
        double[] here = fields.take(game.size());
        double[] near = fields.take(game.size());
        double[] crowd = fields.take(game.size());
        double[] residual = fields.take(game.size());
        System.arraycopy(m, 0, crowd, 0, crowd.length);
        game.forward(u, crowd);
        game.backwardResidual(u, crowd, here);
        Random random = new Random(SEED);
        double largest = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            for (int i = 0; i < u.length; i++) {
                near[i] = random.nextBoolean() ? Math.nextUp(u[i]) : Math.nextDown(u[i]);
            }
            game.forward(near, crowd);
            game.backwardResidual(near, crowd, residual);
            for (int i = 0; i < u.length; i++) {
                largest = Math.max(largest, Math.abs(residual[i] - here[i]) / scale);
            }
            game.forwardResidual(near, crowd, residual);
            largest = Math.max(largest, fpResidual(residual));
        }
        fields.give(here, near, crowd, residual);
        return largest;
    }

    /** The unit in which costs are measured: max |u|, at most a thousand times what u differs by from place to place at a time, at least 1. */
    public double costScale(double[] u) {
        return Math.max(1, Math.min(maxAbs(u), DIFFERENCES * largestDifference(u)));
    }

    /** The largest difference of u between two places, but walls, at a time. */
    double largestDifference(double[] u) {
        double largest = 0;
        for (int at = 0; at < u.length; at += n) {
            double lower = Double.POSITIVE_INFINITY;
            double upper = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                if (!game.space().isWall(i)) {
                    lower = Math.min(lower, u[at + i]);
                    upper = Math.max(upper, u[at + i]);
                }
            }
            largest = Math.max(largest, upper - lower);
        }
        return largest;
    }

    /** What the gap of a pressure, in costs per time times densities, is all over the place and the whole time. */
    private double costOf(double gap) {
        if (gap == 0) {
            return 0;
        }
        double volume = 0;
        for (int i = 0; i < n; i++) {
            volume += game.space().weight(i);
        }
        return gap * volume * game.time().horizon();
    }

    /** Writes the residual of Fokker-Planck, with the policy of u and its digits. */
    private void crowdResidual(double[] u, double[] digits, double[] m, double[] residual) {
        if (digits.length == 0) {
            game.forwardResidual(u, m, residual);
            return;
        }
        MomentumForm form = game.momentumForm().orElseThrow();
        double[] momenta = new double[form.size()];
        form.differences(u, digits, momenta);
        form.forwardResidual(momenta, m, residual);
    }

    private double relativeDistance(double[] a, double[] b) {
        double distance = 0;
        double length = 0;
        for (int j = 0; j < levels; j++) {
            for (int i = 0; i < n; i++) {
                double w = game.space().weight(i);
                double d = a[j * n + i] - b[j * n + i];
                distance += w * d * d;
                length += w * b[j * n + i] * b[j * n + i];
            }
        }
        return Math.sqrt(distance / length);
    }

    private double fpResidual(double[] residual) {
        double largest = 0;
        for (int j = 0; j < levels; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += game.space().weight(i) * Math.abs(residual[j * n + i]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private double massDrift(double[] u, double[] m) {
        game.exitedMass(u, m, exited);
        double drift = 0;
        for (int j = 0; j < levels; j++) {
            drift = Math.max(drift, Math.abs(game.space().integrate(m, j * n) + exited[j] - 1));
        }
        return drift;
    }

    private static double maxAbs(double[] v) {
        double max = 0;
        for (double vi : v) {
            max = Math.max(max, Math.abs(vi));
        }
        return max;
    }

    /** Over the nodes where agents can be: not the walls and the exits, where m is 0 by definition. */
    private double minDensity(double[] m) {
        double min = Double.POSITIVE_INFINITY;
        for (int j = 0; j < levels; j++) {
            for (int i = 0; i < n; i++) {
                if (!game.space().isWall(i) && !game.space().isExit(i)) {
                    min = Math.min(min, m[j * n + i]);
                }
            }
        }
        return min;
    }
}
