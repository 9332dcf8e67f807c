package org.mfg.api.equilibrium;

import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Space;
import org.mfg.api.grid.TimeGrid;

/**
 * The outcome of a solve: the last iterate, whether it is an equilibrium, and how the solver got there. The two fields are
 * flat, row-major, time slowest, (steps + 1) levels of space.size() nodes; {@link #u()} and {@link #m()} give the arrays
 * themselves, not copies, and readers must not change them.
 */
public final class Equilibrium {
    private final MeanFieldGame game;
    private final Space space;
    private final TimeGrid time;
    private final double[] u;
    private final double[] m;
    private final Status status;
    private final String message;
    private final List<Iteration> history;
    private final Optional<double[]> pressure;
    private final double dualityGap;

    /**
     * @param game the game whose equilibrium this is, or would be
     * @param message in words: for a status other than CONVERGED what happened and what to try; and what was done on the way
     * @param history all iterations, at least the initial guess; the last one describes (u, m)
     */
    public Equilibrium(
            MeanFieldGame game,
            Space space,
            TimeGrid time,
            double[] u,
            double[] m,
            Status status,
            String message,
            List<Iteration> history) {
        this(game, space, time, u, m, Optional.empty(), status, message, history, Double.NaN);
    }

    private Equilibrium(
            MeanFieldGame game,
            Space space,
            TimeGrid time,
            double[] u,
            double[] m,
            Optional<double[]> pressure,
            Status status,
            String message,
            List<Iteration> history,
            double dualityGap) {
        this.game = game;
        this.space = space;
        this.time = time;
        this.u = u;
        this.m = m;
        this.status = status;
        this.message = message;
        this.history = List.copyOf(history);
        this.pressure = pressure;
        this.dualityGap = dualityGap;
    }

    /** The same with the pressure of a ceiling, a field. */
    public Equilibrium withPressure(double[] pressure) {
        return new Equilibrium(game, space, time, u, m, Optional.of(pressure), status, message, history, dualityGap);
    }

    /** The same as the end of a longer history. */
    public Equilibrium withHistory(String message, List<Iteration> history) {
        return new Equilibrium(game, space, time, u, m, pressure, status, message, history, dualityGap);
    }

    /** The same with its duality gap. */
    public Equilibrium withDualityGap(double gap) {
        return new Equilibrium(game, space, time, u, m, pressure, status, message, history, gap);
    }

    /** The game. */
    public MeanFieldGame game() {
        return game;
    }

    /** The places: nodes with weights. */
    public Space space() {
        return space;
    }

    /**
     * The places as a grid, for whoever asks for coordinates.
     *
     * @throws InvalidInputException if they are none
     */
    public Grid grid() {
        if (space instanceof Grid grid) {
            return grid;
        }
        throw InvalidInputException.because("space", "space of game " + game.name() + " must be a grid for this");
    }

    /** The time grid. */
    public TimeGrid time() {
        return time;
    }

    /** The value function, a field. */
    public double[] u() {
        return u;
    }

    /** The density, a field. */
    public double[] m() {
        return m;
    }

    /** The pressure P of the ceiling, a field that is 0 at the first level; empty for a game without one. */
    public Optional<double[]> pressure() {
        return pressure;
    }

    /** How the solve ended. */
    public Status status() {
        return status;
    }

    /** Whether this is an equilibrium within the tolerance. */
    public boolean isConverged() {
        return status == Status.CONVERGED;
    }

    /** What happened, in a sentence; says what to try where the solve did not converge. */
    public String message() {
        return message;
    }

    /** All iterations, the initial guess first. */
    public List<Iteration> history() {
        return history;
    }

    /** The last iteration: the residuals and diagnostics of (u, m). */
    public Iteration last() {
        return history.get(history.size() - 1);
    }

    /**
     * The {@linkplain org.mfg.api.discrete.DiscreteGame#dualityGap duality gap} of (u, m): at least what is between the crowd's potential and its minimum; NaN where the game has no potential
     * that the scheme knows.
     */
    public double dualityGap() {
        return dualityGap;
    }

    /** The number of iterations, not counting the initial guess. */
    public int iterations() {
        return last().index();
    }

    /** The forward-backward sweeps of all iterations. */
    public int sweeps() {
        return history.stream().mapToInt(Iteration::sweeps).sum();
    }

    @Override
    public String toString() {
        return status + " after " + iterations() + " iterations, residual " + last().residual();
    }
}
