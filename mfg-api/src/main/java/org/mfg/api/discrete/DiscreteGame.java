package org.mfg.api.discrete;

import java.util.Arrays;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Space;
import org.mfg.api.grid.TimeGrid;

/**
 * A mean field game on a grid, as equilibrium solvers see it: a backward and a forward sweep, their residuals and their
 * linearisation. Nothing here tells the dimension or the scheme.
 *
 * <p>A field is a flat array of {@link #size()} entries: (steps + 1) time levels of {@code space().size()} nodes, time
 * slowest, row-major. Sweeps throw {@link org.mfg.api.NumericalFailureException} when they meet a value that is not
 * finite. An instance owns its work arrays: one thread at a time.
 */
public interface DiscreteGame {

    /** The continuous game. */
    MeanFieldGame game();

    /** The places: nodes with weights. */
    Space space();

    /**
     * The places as a grid, for whoever asks for coordinates and neighbours: figures, nested grids.
     *
     * @throws InvalidInputException if they are none
     */
    default Grid grid() {
        if (space() instanceof Grid grid) {
            return grid;
        }
        throw InvalidInputException.because("space", "space of game " + game().name() + " must be a grid for this");
    }

    /** The time grid. */
    TimeGrid time();

    /** The number of entries of a field, levels times nodes. */
    default int size() {
        return time().levels() * space().size();
    }

    /** The initial density, normalised on the grid so that Σ w m0 = 1; a copy of one level. */
    double[] initialDensity();

    /**
     * The target density, normalised on the grid as the initial one is, one level; empty where the game ends with a cost. Then u(T) is given by the
     * value function itself: the backward sweep begins with what it finds there, and the residual of the last level is 0.
     */
    default Optional<double[]> targetDensity() {
        return Optional.empty();
    }

    /** The ceiling of the density, a field; empty for none. */
    default Optional<double[]> ceiling() {
        return Optional.empty();
    }

    /** The pressure P of the ceiling that agents pay per unit of time, a field; all 0 before it is set, and empty without a ceiling. */
    default Optional<double[]> pressure() {
        return Optional.empty();
    }

    /**
     * Sets the pressure of the ceiling: a part of the iterate of a solver, as u(T) is of a game with a target.
     *
     * @param pressure a field >= 0, which is copied; its first level is not used
     * @throws IllegalStateException if there is no ceiling
     */
    default void setPressure(double[] pressure) {
        throw new IllegalStateException("there is no ceiling");
    }

    /**
     * The backward sweep m → u: solves the discrete Hamilton-Jacobi-Bellman equation for the value function of the best
     * response to the population m.
     *
     * @param m the density, a field
     * @param u on entry a guess (any finite field), on return the value function
     */
    void backward(double[] m, double[] u);

    /**
     * The forward sweep u → m: solves the discrete Fokker-Planck equation for the density of a population that plays the
     * feedback -H_p(x, ∇u, m).
     *
     * @param u the value function, a field
     * @param m on entry a guess (used where H depends on the density), on return the density
     */
    void forward(double[] u, double[] m);

    /**
     * Writes the scaled residual of the Hamilton-Jacobi-Bellman equation, Δt (left side - right side), at the levels 0
     * ... steps-1, and u - G[m] at the last level, 0 there where a {@linkplain #targetDensity target} takes the place of a cost.
     */
    void backwardResidual(double[] u, double[] m, double[] residual);

    /**
     * Writes the scaled residual of the Fokker-Planck equation, Δt (left side - right side), at the levels 1 ... steps,
     * and m - m0 at level 0.
     */
    void forwardResidual(double[] u, double[] m, double[] residual);

    /**
     * Writes the density whose agents pay the running cost of a time step: the multiplier of the step's Hamilton-Jacobi-Bellman
     * equation in the adjoint, which makes the expected cost of a strategy a sum (no solve is needed). Of an implicit step it is m
     * at its end.
     *
     * @param step from 0 to steps - 1
     * @param out one level
     */
    default void stepDensity(double[] u, double[] m, int step, double[] out) {
        System.arraycopy(m, (step + 1) * space().size(), out, 0, space().size());
    }

    /** The policy of the agents who play u in the crowd m: their drift and running cost at each node in each time step. */
    Policy policy(double[] u, double[] m);

    /**
     * Writes the density of the agents whom a {@linkplain MeanFieldGame#massSource mass source} brings to play from a level on, Δt s of an
     * implicit step, or who are {@linkplain MeanFieldGame#death born}, Δt η m_b; all 0 where there are none, and of a stationary game. They pay u at that level.
     *
     * @param level from 0 to steps
     * @param out one level
     */
    default void entryDensity(int level, double[] out) {
        Arrays.fill(out, 0);
    }

    /**
     * Linearises both equations at (u, m). The result shares work arrays with this game: it is valid until the next call
     * of linearize.
     */
    Linearization linearize(double[] u, double[] m);

    /**
     * Writes the mass that has left through the exits by each time level, less what a {@linkplain MeanFieldGame#massSource mass
     * source} has brought, one entry a level; all 0 where there are neither, for newborns are as many as the dead. Together with the mass inside it is 1 for every solution of the
     * forward sweep.
     */
    void exitedMass(double[] u, double[] m, double[] exited);

    /** As {@link #exitedMass(double[], double[], double[])}, through one of the exits of the grid only. */
    void exitedMass(double[] u, double[] m, Exit exit, double[] exited);

    /**
     * Writes the mass that passes from each node to its upper neighbour along an axis in a time step, by drift and by noise, less what comes back: exactly what the forward sweep
     * moves, where m = forward(u). 0 where there is no upper neighbour.
     *
     * @param step from 0 to steps - 1
     * @param axis one of the positions
     * @param out one level
     * @throws InvalidInputException if the scheme cannot tell, as but {@code upwind} cannot
     */
    default void crossedMass(double[] u, double[] m, int step, int axis, double[] out) {
        throw InvalidInputException.because(
                "discretization", "discretization must be one that tells the mass between nodes, such as upwind");
    }

    /**
     * The game in the momenta of its policy, for solvers that linearise it; empty where the drift is smooth enough in the value function, or this scheme
     * knows no other way.
     */
    default Optional<MomentumForm> momentumForm() {
        return Optional.empty();
    }

    /**
     * The game as a convex problem, for solvers that minimise its potential.
     *
     * @throws InvalidInputException if it has none, or none that this scheme knows; the message says why
     */
    default ConvexForm convexForm() {
        if (game().isStationary()) {
            throw InvalidInputException.because(
                    "game", "game must not be stationary to be a convex problem that can be solved");
        }
        throw InvalidInputException.because(
                "discretization", "discretization must know the game as a convex problem: upwind does, for some games");
    }

    /**
     * By how much the cost of a population in the convex problem of a game with a potential exceeds the value that u proves for its dual: at least
     * by how much it exceeds the minimum. It is 0 at an equilibrium only, and takes no sweep.
     *
     * @param m the population that plays u, forward(u)
     * @param residual the {@linkplain #backwardResidual residual} of the backward equation at (u, m)
     * @return the gap in units of the costs; NaN where the game has no potential, or this scheme knows none
     */
    default double dualityGap(double[] m, double[] residual) {
        return Double.NaN;
    }

    /**
     * The discretisation that made this, for solvers that need a related discrete game: on a coarser grid, or with a larger
     * viscosity.
     */
    Discretization discretization();
}
