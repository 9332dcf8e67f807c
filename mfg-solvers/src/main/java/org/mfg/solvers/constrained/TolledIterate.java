package org.mfg.solvers.constrained;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.direct.SpaceTimeElimination;

/**
 * An iterate and the damped Newton step to the next one. With ds = -(m + s - m_max) - dm and s dP = barrier - P s - P ds eliminated, the step is
 *
 * <pre>
 *   L du - (F' + Δt P/s) dm = -r + Δt (barrier/s - P + (P/s) (m + s - m_max)),   L* dm + C du = 0
 *   softness du(T) - dm(T) = -r(T) of a target
 * </pre>
 *
 * <p>solved exactly; its length is at most 0.95 of what keeps P and s positive (primal-dual interior point, Wright 1997), and halved until the residuals fall; where only
 * short steps would do, until they are below the largest of the last four (Grippo, Lampariello and Lucidi 1986).
 */
final class TolledIterate {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-6;
    /** Steps shorter than this share of the longest are taken only if there are no others. */
    private static final double SHORT = 0.05;
    /** Before that the residuals need only fall below the largest of so many: a direction that ends at a kink of the scheme may raise them once. */
    private static final int MEMORY = 4;

    private static final double TO_THE_BOUNDARY = 0.95;
    /** What is left of the values of a start that is slowed down: near rest the Hessian of |p|^3 is 0. */
    private static final double SLOWED_DOWN = 0.03;
    /** A crowd that fills more of a place to begin with is above its ceiling for all the method knows. */
    private static final double LEAST_SLACK = 0.1;

    private final DiscreteGame game;
    private final ConstrainedEquations equations;
    private final SpaceTimeElimination elimination;
    private final double[] stiffness;
    private final double[] source;
    /** What the policy of the momenta lags behind u; not used where they are Du. */
    private final double[] lag;

    /** Du + D du. */
    private final double[] ahead;

    private final double[] du;
    private final double[] dm;
    private final double[] dPressure;
    private final double[] dSlack;
    private Point at;
    private Point trial;
    private double step = 1;
    private final Deque<Double> merits = new ArrayDeque<>();

    TolledIterate(DiscreteGame game, ConstrainedEquations equations, double[] start) {
        this.game = game;
        this.equations = equations;
        int size = equations.size;
        elimination = new SpaceTimeElimination(game);
        stiffness = new double[equations.hasCeiling() ? size : 0];
        source = new double[size];
        lag = new double[size];
        du = new double[size];
        dm = new double[size];
        dPressure = new double[size];
        dSlack = new double[size];
        at = equations.point();
        ahead = new double[at.p.length];
        trial = equations.point();
        System.arraycopy(start, 0, at.u, 0, size);
    }

    Point point() {
        return at;
    }

    /** The length of the last step. */
    double step() {
        return step;
    }

    /**
     * Completes the start for the first stage; of the values that differ by a constant, where a target makes them equal, those of mean 0 at T. Below a ceiling a crowd that is slowed down
     * takes its place if that leaves less of the equations: a start that knows no ceiling may crowd to many times as much, and the way back is one of short steps. Where drifts are too steep
     * to be linearised at rest it would be the worse start.
     */
    void begin(Stage stage) {
        if (equations.hasTarget()) {
            double mean = game.space().integrate(at.u, equations.size - equations.n) / equations.volume();
            for (int i = 0; i < equations.size; i++) {
                at.u[i] -= mean;
            }
        }
        complete(at, stage);
        if (equations.hasCeiling() && equations.form == null) {
            enter(stage);
            for (int i = 0; i < equations.size; i++) {
                trial.u[i] = (equations.isFree[i % equations.n] ? SLOWED_DOWN : 1) * at.u[i];
            }
            complete(trial, stage);
            if (meritOfTrial(stage) < merits.getLast()) {
                exchange();
            }
        }
    }

    /** Chooses the momenta, slacks and pressures that go with the values of a point. */
    private void complete(Point p, Stage stage) {
        if (equations.form != null) {
            equations.form.differences(p.u, p.p);
        }
        game.forward(p.u, p.m);
        for (int i = 0; i < equations.size; i++) {
            if (equations.isBelowCeiling(i)) {
                double most = equations.ceiling[i];
                p.slack[i] = Math.max(most - p.m[i], LEAST_SLACK * most);
                p.pressure[i] = stage.barrier() / p.slack[i];
            }
        }
    }

    private void exchange() {
        Point before = at;
        at = trial;
        trial = before;
    }

    /** Measures the iterate at a stage. */
    void enter(Stage stage) {
        equations.measure(at, stage);
        merits.clear();
        merits.add(equations.merit(at, stage));
    }

    /** Goes back to another point. */
    void restore(Point point, Stage stage) {
        at.set(point);
        equations.measure(at, stage);
    }

    /** Makes a step; false if none reduces the residuals, and the iterate stays. */
    boolean advance(Stage stage) {
        direct(stage);
        double longest = longest();
        return move(stage, longest, SHORT, merits.getLast())
                || move(stage, longest, SHORT, Collections.max(merits))
                || move(stage, longest, SMALLEST_STEP, merits.getLast());
    }

    /** Moves by the first of longest, longest/2, ... that brings the residuals below a bound; false if there is none down to a share of it. */
    private boolean move(Stage stage, double longest, double share, double bound) {
        for (step = longest; step >= share * longest; step /= 2) {
            trial.move(at, step, du, dPressure, dSlack);
            if (equations.form != null) {
                equations.form.move(at.p, ahead, step, trial.p);
            }
            double merit = meritOfTrial(stage);
            if (merit <= (1 - SUFFICIENT_DECREASE * step) * bound) {
                exchange();
                merits.add(merit);
                if (merits.size() > MEMORY) {
                    merits.remove();
                }
                return true;
            }
        }
        return false;
    }

    private double meritOfTrial(Stage stage) {
        try {
            equations.measure(trial, stage);
        } catch (NumericalFailureException fails) {
            return Double.POSITIVE_INFINITY;
        }
        return equations.merit(trial, stage);
    }

    /** Solves for the direction. */
    private void direct(Stage stage) {
        int n = equations.n;
        for (int i = 0; i < source.length; i++) {
            source[i] = -at.residual[i];
        }
        for (int i = n; i < stiffness.length; i++) {
            if (equations.isBelowCeiling(i)) {
                double dt = game.time().stepTo(i / n);
                double ratio = at.pressure[i] / at.slack[i];
                stiffness[i] = dt * ratio;
                source[i - n] += dt * (stage.barrier() / at.slack[i] - at.pressure[i] + ratio * at.excess[i]);
            }
        }
        double softness = equations.hasTarget() ? stage.softness() : Double.NaN;
        MomentumForm form = equations.form;
        if (form == null) {
            elimination.solve(stepwise(game.linearize(at.u, at.m)), stiffness, softness, source, null, du, dm);
        } else {
            form.differences(at.u, ahead);
            form.lag(ahead, at.p, at.m, lag);
            elimination.solve(form.linearize(at.p, ahead, at.m), stiffness, softness, source, lag, du, dm);
            form.differences(at.u, du, ahead);
        }
        for (int i = n; i < stiffness.length; i++) {
            if (equations.isBelowCeiling(i)) {
                dSlack[i] = -at.excess[i] - dm[i];
                dPressure[i] = (stage.barrier() - at.pressure[i] * (at.slack[i] + dSlack[i])) / at.slack[i];
            }
        }
    }

    static StepwiseLinearization stepwise(Linearization linearization) {
        if (linearization instanceof StepwiseLinearization stepwise && stepwise.isStepwise()) {
            return stepwise;
        }
        throw InvalidInputException.because(
                "coupling",
                "couplings must be local for a target density or a ceiling, which are solved exactly, a time step after the other");
    }

    private double longest() {
        double most = 1;
        for (int i = 0; i < stiffness.length; i++) {
            if (dSlack[i] < 0) {
                most = Math.min(most, TO_THE_BOUNDARY * at.slack[i] / -dSlack[i]);
            }
            if (dPressure[i] < 0) {
                most = Math.min(most, TO_THE_BOUNDARY * at.pressure[i] / -dPressure[i]);
            }
        }
        return most;
    }
}
