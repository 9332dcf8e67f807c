package org.mfg.api.testkit;

import java.util.Arrays;
import java.util.Random;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.grid.Grid;

/**
 * Checks a discretisation on a game against what solvers rely on, at seeded random fields:
 *
 * <ul>
 *   <li>the sweeps solve the equations whose residuals are reported;
 *   <li>for every strategy the mass inside and that which left is 1, and the density of a monotone scheme is not negative;
 *   <li>the linearised sweeps are those of the residuals: along (du, dm) they do not change to first order;
 *   <li>Fokker-Planck is the adjoint: the cost of a strategy is the same as a sum over its density and as its cost to go.
 * </ul>
 */
public final class DiscretizationKit {
    private static final long SEED = 20101201;
    /** Of what a sweep leaves, relative to the fields. */
    private static final double SOLVED = 1e-8;
    /** Of what iterative slice solvers leave in a linearised sweep, and differences in its check. */
    private static final double LINEAR = 1e-5;

    /** Of the mass, which is conserved to round-off where slices are solved directly, and to their tolerance where by iteration. */
    private static final double CONSERVED = 1e-10;
    /** Of the adjoint, whose linear sweeps may be iterative. */
    private static final double ADJOINT = 1e-7;

    private static final double STEP = 1e-6;

    private final DiscreteGame game;
    private final boolean isMonotone;
    private final Check check;
    private final Random random = new Random(SEED);

    private DiscretizationKit(DiscreteGame game, boolean isMonotone) {
        this.game = game;
        this.isMonotone = isMonotone;
        check = new Check(game.discretization());
    }

    /**
     * Checks.
     *
     * @param isMonotone whether densities must not be negative
     * @throws AssertionError if a promise is broken; the message names it and the values
     */
    public static void check(DiscreteGame game, boolean isMonotone) {
        new DiscretizationKit(game, isMonotone).run();
    }

    private void run() {
        double[] u = smooth();
        double[] m = density();
        game.forward(u, m);
        mass(u, m);
        sweeps(u, m);
        linearisation(u, m);
        adjoint(u, m);
    }

    /** A rough field is no value function: slopes of order 1/h. This one has slopes of order 1 and is bent at every node. */
    private double[] smooth() {
        Grid grid = game.grid();
        double[] u = new double[game.size()];
        double phase = random.nextDouble();
        for (int i = 0; i < u.length; i++) {
            double sum = 0.3 * i / u.length;
            for (int k = 0; k < grid.dimension(); k++) {
                double length = grid.domain().axis(k).length();
                double place = (grid.coordinate(i % grid.size(), k)
                                - grid.domain().axis(k).lower())
                        / length;
                sum += length * 0.1 * Math.sin(2 * Math.PI * (place + phase) + k);
            }
            u[i] = sum;
        }
        if (!game.game().isStationary()) {
            game.backward(constant(game.initialDensity()), u);
        }
        // A flux has kinks at 0, where a symmetric value function would lie.
        for (int i = 0; i < u.length; i++) {
            u[i] += 1e-3 * random.nextDouble();
        }
        return u;
    }

    private double[] constant(double[] level) {
        double[] field = new double[game.size()];
        for (int i = 0; i < field.length; i++) {
            field[i] = level[i % level.length];
        }
        return field;
    }

    private double[] density() {
        return constant(game.initialDensity());
    }

    private void mass(double[] u, double[] m) {
        Grid grid = game.grid();
        double[] exited = unwritten(game.time().levels());
        game.exitedMass(u, m, exited);
        for (int j = 0; j < exited.length; j++) {
            double mass = grid.integrate(m, j * grid.size()) + exited[j];
            close("mass inside and that which left", mass, 1, CONSERVED);
        }
        for (int i = 0; i < m.length && isMonotone; i++) {
            check.atLeast("forward, the density,", "entry " + i, m[i], 0, 1);
        }
    }

    private void sweeps(double[] u, double[] m) {
        double[] residual = unwritten(game.size());
        game.forwardResidual(u, m, residual);
        small("forwardResidual after forward", residual, norm(m) * SOLVED);
        double[] best = u.clone();
        game.backward(m, best);
        Arrays.fill(residual, Double.NaN);
        game.backwardResidual(best, m, residual);
        small("backwardResidual after backward", residual, Math.max(1, norm(best)) * SOLVED);
    }

    private void linearisation(double[] u, double[] m) {
        double[] dm = direction(m);
        double[] du = unwritten(u.length);
        Linearization linear = game.linearize(u, m);
        linear.backward(dm, null, du);
        double[] along = slope((v, n, out) -> game.backwardResidual(v, n, out), u, du, m, dm);
        double[] alone = slope((v, n, out) -> game.backwardResidual(v, n, out), u, du, m, new double[m.length]);
        small("backward of the linearisation, the residual along it,", along, LINEAR * Math.max(norm(alone), norm(du)));
        double[] other = direction(u);
        linear = game.linearize(u, m);
        Arrays.fill(dm, Double.NaN);
        linear.forward(other, null, dm);
        along = slope((v, n, out) -> game.forwardResidual(v, n, out), u, other, m, dm);
        alone = slope((v, n, out) -> game.forwardResidual(v, n, out), u, other, m, new double[m.length]);
        small("forward of the linearisation, the residual along it,", along, LINEAR * Math.max(norm(alone), norm(dm)));
    }

    private void adjoint(double[] u, double[] m) {
        if (game.game().discount() > 0 || game.game().isStationary()) {
            return;
        }
        double[] residual = unwritten(game.size());
        game.backwardResidual(u, m, residual);
        double[] change = unwritten(game.size());
        game.linearize(u, m).backward(null, residual, change);
        for (int i = 0; i < change.length; i++) {
            change[i] = u[i] - change[i];
        }
        double toGo = PolicyCost.ofCostToGo(game, m, change);
        close(
                "cost of a strategy as a sum over its density, not by its cost to go,",
                PolicyCost.of(game, u, m),
                toGo,
                ADJOINT);
    }

    /** A field that shows whether it was written. */
    private static double[] unwritten(int size) {
        double[] field = new double[size];
        Arrays.fill(field, Double.NaN);
        return field;
    }

    private interface Residual {
        void at(double[] u, double[] m, double[] out);
    }

    /** The derivative of a residual along (du, dm). */
    private double[] slope(Residual residual, double[] u, double[] du, double[] m, double[] dm) {
        double[] above = unwritten(u.length);
        double[] below = unwritten(u.length);
        residual.at(moved(u, du, STEP), moved(m, dm, STEP), above);
        residual.at(moved(u, du, -STEP), moved(m, dm, -STEP), below);
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) / (2 * STEP);
        }
        return above;
    }

    private static double[] moved(double[] v, double[] direction, double step) {
        double[] w = v.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] += step * direction[i];
        }
        return w;
    }

    /** A random direction of the size of the field's own differences. */
    private double[] direction(double[] field) {
        double[] d = new double[field.length];
        double scale = 0.1 * Math.max(1e-3, norm(field));
        for (int i = 0; i < d.length; i++) {
            int node = i % game.space().size();
            boolean isFree = !game.space().isWall(node) && !game.space().isExit(node);
            d[i] = isFree ? scale * (random.nextDouble() - 0.5) : 0;
        }
        return d;
    }

    private void close(String what, double value, double expected, double tolerance) {
        if (!(Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected)))) {
            check.fail(what, "a random strategy", "is " + value + " but must be " + expected);
        }
    }

    private void small(String what, double[] values, double allowed) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= allowed)) {
                check.fail(what, "entry " + i, "is " + values[i] + " but must be at most " + allowed);
            }
        }
    }

    private static double norm(double[] v) {
        double largest = 0;
        for (double vi : v) {
            largest = Math.max(largest, Math.abs(vi));
        }
        return largest;
    }
}
