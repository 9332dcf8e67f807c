package org.mfg.solvers.finitedifferences;

import java.util.Optional;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Space;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.parallel.Parallel;
import org.mfg.solvers.parallel.Workers;

/**
 * A game whose dissipation follows the iterate. A sweep or a linearisation that meets a drift beyond the dissipation begins again with
 * more. A backward sweep answers a given crowd, and gets what it needs; a strategy that needs far more than there is is more likely a
 * trial of a solver that steps too far: it fails, and leaves the dissipation as it was.
 */
final class FollowingGame implements DiscreteGame, Parallel {
    private static final int MOST_FOR_A_CROWD = 40;
    private static final int MOST_FOR_A_STRATEGY = 2;

    private final GridGame game;
    private final FollowingDissipation dissipation;

    FollowingGame(GridGame game, FollowingDissipation dissipation) {
        this.game = game;
        this.dissipation = dissipation;
    }

    private void follow(int most, Runnable task) {
        double[] before = dissipation.state();
        for (int k = 0; ; k++) {
            try {
                task.run();
                return;
            } catch (FollowingDissipation.Exceeded exceeded) {
                if (k == most || !dissipation.follow(exceeded)) {
                    dissipation.restore(before);
                    throw exceeded.asFailure();
                }
            }
        }
    }

    @Override
    public void backward(double[] m, double[] u) {
        follow(MOST_FOR_A_CROWD, () -> game.backward(m, u));
    }

    @Override
    public void forward(double[] u, double[] m) {
        follow(MOST_FOR_A_STRATEGY, () -> game.forward(u, m));
    }

    @Override
    public void backwardResidual(double[] u, double[] m, double[] residual) {
        game.backwardResidual(u, m, residual);
    }

    @Override
    public void forwardResidual(double[] u, double[] m, double[] residual) {
        follow(MOST_FOR_A_STRATEGY, () -> game.forwardResidual(u, m, residual));
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        Linearization[] result = new Linearization[1];
        follow(MOST_FOR_A_STRATEGY, () -> result[0] = game.linearize(u, m));
        return result[0];
    }

    @Override
    public ConvexForm convexForm() {
        return game.convexForm();
    }

    /** The policy is asked node by node and later: the dissipation follows it at once. */
    @Override
    public Policy policy(double[] u, double[] m) {
        forwardResidual(u, m, new double[game.size()]);
        return game.policy(u, m);
    }

    @Override
    public void entryDensity(int level, double[] out) {
        game.entryDensity(level, out);
    }

    @Override
    public void stepDensity(double[] u, double[] m, int step, double[] out) {
        follow(MOST_FOR_A_STRATEGY, () -> game.stepDensity(u, m, step, out));
    }

    @Override
    public void exitedMass(double[] u, double[] m, double[] exited) {
        follow(MOST_FOR_A_STRATEGY, () -> game.exitedMass(u, m, exited));
    }

    @Override
    public void exitedMass(double[] u, double[] m, Exit exit, double[] exited) {
        follow(MOST_FOR_A_STRATEGY, () -> game.exitedMass(u, m, exit, exited));
    }

    @Override
    public void crossedMass(double[] u, double[] m, int step, int axis, double[] out) {
        follow(MOST_FOR_A_STRATEGY, () -> game.crossedMass(u, m, step, axis, out));
    }

    @Override
    public MeanFieldGame game() {
        return game.game();
    }

    @Override
    public Space space() {
        return game.space();
    }

    @Override
    public TimeGrid time() {
        return game.time();
    }

    @Override
    public double[] initialDensity() {
        return game.initialDensity();
    }

    @Override
    public Optional<double[]> targetDensity() {
        return game.targetDensity();
    }

    @Override
    public Optional<double[]> ceiling() {
        return game.ceiling();
    }

    @Override
    public Optional<double[]> pressure() {
        return game.pressure();
    }

    @Override
    public void setPressure(double[] pressure) {
        game.setPressure(pressure);
    }

    @Override
    public Discretization discretization() {
        return game.discretization();
    }

    @Override
    public Workers workers() {
        return game.workers();
    }
}
