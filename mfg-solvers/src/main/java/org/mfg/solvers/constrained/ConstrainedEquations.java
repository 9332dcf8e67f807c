package org.mfg.solvers.constrained;

import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.progress.Kept;
import org.mfg.api.progress.Yardstick;

/**
 * The equations of a game whose crowd keeps to constraints, at a stage of the continuation, with m = forward(u):
 *
 * <pre>
 *   r = residual of Hamilton-Jacobi-Bellman with the running cost f + F + P = 0
 *   softness u(T) - (m(T) - m_T) = 0                          of a target, in place of the cost at the end
 *   m + s - m_max = 0,   P s = barrier,   P > 0,   s > 0      of a ceiling, at the levels after the first
 * </pre>
 */
final class ConstrainedEquations {
    /** A target that is taken more strictly than this is weighed as if it were not. */
    private static final double SMALLEST_SOFTNESS = 1e-6;

    private final DiscreteGame game;
    private final Units units;
    private final Yardstick yardstick;
    /** Where drifts are too steep to be linearised in u. */
    final @Nullable MomentumForm form;

    final int n;
    final int size;
    final double[] target;
    final double[] ceiling;
    final boolean[] isFree;
    private final double[] differences;

    ConstrainedEquations(DiscreteGame game, Units units) {
        this.game = game;
        this.units = units;
        yardstick = new Yardstick(game);
        form = game.momentumForm().orElse(null);
        n = game.space().size();
        size = game.size();
        target = game.targetDensity().orElse(new double[0]);
        ceiling = game.ceiling().orElse(new double[0]);
        isFree = new boolean[n];
        differences = new double[form == null ? 0 : form.size()];
        for (int i = 0; i < n; i++) {
            isFree[i] = !game.space().isWall(i) && !game.space().isExit(i);
        }
    }

    boolean hasTarget() {
        return target.length > 0;
    }

    /** A new point. */
    Point point() {
        return new Point(size, form == null ? 0 : form.size());
    }

    /** Writes the crowd that plays u itself. */
    void play(Point p, double[] m) {
        if (form == null) {
            System.arraycopy(p.m, 0, m, 0, size);
        } else {
            game.forward(p.u, m);
        }
    }

    /** The unit of costs in which residuals are judged. */
    double costScale(Point p) {
        return yardstick.costScale(p.u);
    }

    double volume() {
        return 1 / units.density();
    }

    boolean hasCeiling() {
        return ceiling.length > 0;
    }

    /** Whether an entry of a field is subject to the ceiling. */
    boolean isBelowCeiling(int at) {
        return hasCeiling() && at >= n && isFree[at % n];
    }

    /** Fills in what follows from the unknowns of a point. */
    void measure(Point p, Stage stage) {
        if (form == null) {
            game.forward(p.u, p.m);
        } else {
            form.forward(p.p, p.m);
        }
        if (hasCeiling()) {
            game.setPressure(p.pressure);
        }
        game.backwardResidual(p.u, p.m, p.residual);
        for (int i = 0; i < n && hasTarget(); i++) {
            int at = size - n + i;
            p.residual[at] = isFree[i] ? stage.softness() * p.u[at] - (p.m[at] - target[i]) : 0;
        }
        for (int at = 0; at < size; at++) {
            p.excess[at] = isBelowCeiling(at) ? p.m[at] + p.slack[at] - ceiling[at] : 0;
        }
    }

    /** By how much the momenta of a point are not Du. */
    private double lag(Point p) {
        if (form == null) {
            return 0;
        }
        form.differences(p.u, differences);
        return form.distance(differences, p.p);
    }

    /** The length of all residuals, in costs. */
    double merit(Point p, Stage stage) {
        double cost = units.costRate() * units.horizon();
        double atTarget = cost / (units.density() * Math.max(stage.strictness(), SMALLEST_SOFTNESS));
        double lag = lag(p);
        double sum = lag * lag;
        for (int at = 0; at < size; at++) {
            double r = p.residual[at] * (hasTarget() && at >= size - n ? atTarget : 1);
            sum += r * r;
            if (isBelowCeiling(at)) {
                double dt = game.time().stepTo(at / n);
                double above = dt * p.excess[at] * units.costRate() / units.density();
                double gap = dt * (p.pressure[at] * p.slack[at] - stage.barrier()) / units.density();
                sum += above * above + gap * gap;
            }
        }
        return Math.sqrt(sum);
    }

    /** Whether the equations of a stage hold well enough to go on to the next, at a relative tolerance. */
    boolean hold(Point p, Stage stage, double tolerance) {
        double agents = 0;
        double missed = 0;
        double excess = 0;
        double gap = 0;
        for (int at = 0; at < size; at++) {
            if (hasTarget() && at >= size - n) {
                missed += game.space().weight(at % n) * Math.abs(p.residual[at]);
            } else {
                agents = Math.max(agents, Math.abs(p.residual[at]));
            }
            if (isBelowCeiling(at)) {
                excess = Math.max(excess, Math.abs(p.excess[at]) / units.density());
                gap = Math.max(gap, Math.abs(p.pressure[at] * p.slack[at] - stage.barrier()));
            }
        }
        return Math.max(agents / costScale(p), Math.max(missed, excess)) <= tolerance && 2 * gap <= stage.barrier();
    }

    /** The mass that is not where the target is. */
    double missed(Point p) {
        return Kept.of(game, p.m).missed();
    }
}
