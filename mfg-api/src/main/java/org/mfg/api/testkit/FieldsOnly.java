package org.mfg.api.testkit;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A game with a grid and times but no scheme: enough for functions of both fields. */
record FieldsOnly(MeanFieldGame game, Grid space, TimeGrid time) implements DiscreteGame {
    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("this game of the test kit has no scheme: check with a discrete game");
    }

    @Override
    public double[] initialDensity() {
        double[] uniform = new double[space.size()];
        Arrays.fill(uniform, 1);
        double mass = space.integrate(uniform, 0);
        Arrays.fill(uniform, 1 / mass);
        return uniform;
    }

    @Override
    public void backward(double[] m, double[] u) {
        throw none();
    }

    @Override
    public void forward(double[] u, double[] m) {
        throw none();
    }

    @Override
    public void backwardResidual(double[] u, double[] m, double[] residual) {
        throw none();
    }

    @Override
    public void forwardResidual(double[] u, double[] m, double[] residual) {
        throw none();
    }

    @Override
    public Policy policy(double[] u, double[] m) {
        throw none();
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        throw none();
    }

    @Override
    public void exitedMass(double[] u, double[] m, double[] exited) {
        throw none();
    }

    @Override
    public void exitedMass(double[] u, double[] m, Exit exit, double[] exited) {
        throw none();
    }

    @Override
    public Discretization discretization() {
        throw none();
    }
}
