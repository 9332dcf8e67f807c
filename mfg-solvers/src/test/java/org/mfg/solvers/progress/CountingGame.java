package org.mfg.solvers.progress;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Space;
import org.mfg.api.grid.TimeGrid;

/** A game that counts its nonlinear backward sweeps. */
final class CountingGame implements DiscreteGame {
    private final DiscreteGame game;
    private int backwardSweeps;

    CountingGame(DiscreteGame game) {
        this.game = game;
    }

    int backwardSweeps() {
        return backwardSweeps;
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
    public Grid grid() {
        return game.grid();
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
    public void backward(double[] m, double[] u) {
        backwardSweeps++;
        game.backward(m, u);
    }

    @Override
    public void forward(double[] u, double[] m) {
        game.forward(u, m);
    }

    @Override
    public void backwardResidual(double[] u, double[] m, double[] residual) {
        game.backwardResidual(u, m, residual);
    }

    @Override
    public void forwardResidual(double[] u, double[] m, double[] residual) {
        game.forwardResidual(u, m, residual);
    }

    @Override
    public Policy policy(double[] u, double[] m) {
        return game.policy(u, m);
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        return game.linearize(u, m);
    }

    @Override
    public void exitedMass(double[] u, double[] m, double[] exited) {
        game.exitedMass(u, m, exited);
    }

    @Override
    public void exitedMass(double[] u, double[] m, Exit exit, double[] exited) {
        game.exitedMass(u, m, exit, exited);
    }

    @Override
    public Discretization discretization() {
        return game.discretization();
    }
}
