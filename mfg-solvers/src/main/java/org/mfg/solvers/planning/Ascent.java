package org.mfg.solvers.planning;

import org.jspecify.annotations.Nullable;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.SolveLog;

/** One solve of {@link PlanningNewton}. */
final class Ascent {
    private static final double SUFFICIENT_INCREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-9;
    /** A rise of the dual that is less than this part of its terms is rounding. */
    private static final double ROUNDING = 1e-11;
    /** Then the derivative along the step has to fall to this part. */
    private static final double FLATTER = 0.9;

    /** After a step that is shorter, the next one goes along the other. */
    private static final double SHORT = 0.2;
    /** So it does after a whole step along the value that leaves more of the residual. */
    private static final double SLOW = 0.5;
    /** After a whole step that leaves more than this, the next one is found so much more exactly. */
    private static final double FAST = 0.1;

    private static final double LOOSEST = 0.1;
    private static final double TIGHTEST = 1e-6;

    private final DiscreteGame game;
    private final SolveLog log;
    private final DualGain gain;
    private final DualStep newton;
    private Plan at;
    private Plan trial;
    private Along along = Along.COSTS;
    private double tolerance = LOOSEST;
    private double step = 1;

    Ascent(DiscreteGame game, @Nullable Guess start, SolveLog log) {
        this.game = game;
        this.log = log;
        double[] target = game.targetDensity().orElseThrow();
        FlowLinks links = new FlowLinks(game.grid());
        gain = new DualGain(game);
        double[] work = new double[game.size()];
        at = new Plan(game, target, work);
        trial = new Plan(game, target, work);
        FirstPlan first = new FirstPlan(game, target, links, gain);
        if (first.cold(at, trial) == trial) {
            accept();
        }
        if (start != null) {
            first.warm(start, trial);
            if (gain.of(at, trial) > 0) {
                accept();
            }
        }
        newton = new DualStep(game, target, links, at);
    }

    /** Goes up until the log says that it is over. */
    void lead() {
        boolean isOver = log.record(at.u, at.m, 1, 1);
        while (!isOver) {
            double before = log.last().residual();
            int sweeps = newton.solve(at, along, tolerance);
            boolean hasRisen = rise();
            if (!hasRisen && game.game().isCoupled()) {
                along = along.other();
                sweeps += newton.solve(at, along, tolerance);
                hasRisen = rise();
            }
            if (!hasRisen) {
                log.stop(Status.STALLED, "no step along Newton's direction raises the dual");
                return;
            }
            isOver = log.record(at.u, at.m, step, sweeps);
            learn(log.last().residual() / before);
        }
    }

    /** Makes the first of the steps 1, ½, ¼, ... that raises the dual; false if none does. */
    private boolean rise() {
        double slope = newton.slope(at);
        double rounding = ROUNDING * at.scale();
        for (step = 1; step >= SMALLEST_STEP; step /= 2) {
            if (isReached() && isHigher(slope, rounding)) {
                accept();
                return true;
            }
        }
        return false;
    }

    private boolean isReached() {
        newton.move(at, step, trial);
        try {
            trial.follow();
            return true;
        } catch (NumericalFailureException fails) {
            return false;
        }
    }

    private boolean isHigher(double slope, double rounding) {
        return gain.of(at, trial) >= SUFFICIENT_INCREASE * step * slope
                || (step * slope <= rounding && Math.abs(newton.slope(trial)) <= FLATTER * slope);
    }

    private void accept() {
        Plan accepted = trial;
        trial = at;
        at = accepted;
    }

    /** Chooses what the next step goes along, and how exactly it is found, by what this one left of the residual. */
    private void learn(double left) {
        if (step < 1) {
            tolerance = Math.min(LOOSEST, tolerance / FAST);
        } else if (left > FAST) {
            tolerance = Math.max(TIGHTEST, tolerance * FAST);
        }
        boolean isSlow = along == Along.VALUE && step == 1 && left > SLOW;
        if (game.game().isCoupled() && (step < SHORT || isSlow)) {
            along = along.other();
        }
    }
}
