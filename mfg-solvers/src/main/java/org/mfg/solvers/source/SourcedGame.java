package org.mfg.solvers.source;

import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A discrete game with a mass source in its forward equation. The forward sweep is Newton's method on the forward residual,
 * by the linearisation's own forward sweep: one step where the Hamiltonian does not depend on the density.
 */
final class SourcedGame implements DiscreteGame {
    private static final double TOLERANCE = 1e-11;
    private static final int MAX_STEPS = 50;

    private final SourcedDiscretization discretization;
    private final DiscreteGame inner;
    /** For the forward sweep, so that a linearisation in use elsewhere stays valid. */
    private final DiscreteGame sweeper;

    private final boolean[] isFixed;
    private final double[] source;
    private final double[] noChange;
    private final double[] residual;
    private final double[] step;

    SourcedGame(SourcedDiscretization discretization, MeanFieldGame game, Grid grid, TimeGrid time) {
        this.discretization = discretization;
        inner = discretization.discretization().discretize(game, grid, time);
        sweeper = discretization.discretization().discretize(game, grid, time);
        isFixed = new boolean[grid.size()];
        source = new double[inner.size()];
        noChange = new double[inner.size()];
        residual = new double[inner.size()];
        step = new double[inner.size()];
        double[] x = new double[grid.dimension()];
        int n = grid.size();
        for (int i = 0; i < n; i++) {
            isFixed[i] = grid.isExit(i) || grid.isWall(i);
        }
        for (int i = n; i < source.length; i++) {
            grid.position(i % n, x);
            source[i] =
                    isFixed[i % n] ? 0 : time.step() * discretization.source().at(time.time(i / n), x);
        }
    }

    @Override
    public MeanFieldGame game() {
        return inner.game();
    }

    @Override
    public Grid grid() {
        return inner.grid();
    }

    @Override
    public TimeGrid time() {
        return inner.time();
    }

    @Override
    public double[] initialDensity() {
        return inner.initialDensity();
    }

    @Override
    public void backward(double[] m, double[] u) {
        inner.backward(m, u);
    }

    @Override
    public void forward(double[] u, double[] m) {
        for (int i = 0; i < m.length; i++) {
            m[i] = isFixed[i % isFixed.length] ? 0 : m[i];
        }
        for (int k = 0; k < MAX_STEPS; k++) {
            sweeper.forwardResidual(u, m, residual);
            for (int i = 0; i < residual.length; i++) {
                residual[i] = source[i] - residual[i];
            }
            sweeper.linearize(u, m).forward(noChange, residual, step);
            double largest = 0;
            double size = 1;
            for (int i = 0; i < step.length; i++) {
                m[i] += step[i];
                largest = Math.max(largest, Math.abs(step[i]));
                size = Math.max(size, Math.abs(m[i]));
            }
            if (largest <= TOLERANCE * size) {
                return;
            }
        }
        throw new NumericalFailureException("Fokker-Planck", 0, 0, "no solution after " + MAX_STEPS + " Newton steps");
    }

    @Override
    public void backwardResidual(double[] u, double[] m, double[] out) {
        inner.backwardResidual(u, m, out);
    }

    @Override
    public void forwardResidual(double[] u, double[] m, double[] out) {
        inner.forwardResidual(u, m, out);
        for (int i = 0; i < out.length; i++) {
            out[i] -= source[i];
        }
    }

    @Override
    public void stepDensity(double[] u, double[] m, int step, double[] out) {
        inner.stepDensity(u, m, step, out);
    }

    @Override
    public Policy policy(double[] u, double[] m) {
        return inner.policy(u, m);
    }

    @Override
    public Linearization linearize(double[] u, double[] m) {
        return inner.linearize(u, m);
    }

    /** The mass that has left, less what the source has brought: with the mass inside it is 1. */
    @Override
    public void exitedMass(double[] u, double[] m, double[] exited) {
        inner.exitedMass(u, m, exited);
        double brought = 0;
        for (int j = 1; j < exited.length; j++) {
            brought += grid().integrate(source, j * grid().size());
            exited[j] -= brought;
        }
    }

    @Override
    public void exitedMass(double[] u, double[] m, Exit exit, double[] exited) {
        inner.exitedMass(u, m, exit, exited);
    }

    @Override
    public Discretization discretization() {
        return discretization;
    }
}
