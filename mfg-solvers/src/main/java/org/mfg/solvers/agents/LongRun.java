package org.mfg.solvers.agents;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * For how long, and in which steps, agents of a stationary game should walk. With λ the largest difference quotient of the drift, or of D over
 * the length of its axis, and τ = max_k (L_k/π)²/D_k the time in which diffusion mixes the box along the axes that it acts on, a time step is a fiftieth of
 * min(1/λ, τ), or with jumps between states of the time that agents stay in the one they leave soonest if that is less; the walk takes τ, or
 * {@value #MOST_STEPS} steps if that is sooner. In a step Δt the method of Euler and Maruyama makes the crowd too wide by about λΔt/2 of its
 * variance.
 */
public final class LongRun {
    private static final double STEP = 0.02;
    private static final int MOST_STEPS = 1000;

    private LongRun() {}

    /** The walk that the equilibrium (u, m) of a stationary game asks for. */
    public static TimeGrid time(DiscreteGame game, double[] u, double[] m) {
        double step = step(game, u, m);
        double steps = Math.min(Math.ceil(mixingTime(game) / step), MOST_STEPS);
        return new TimeGrid(steps * step, (int) steps);
    }

    /** The walk of a given duration. */
    public static TimeGrid time(DiscreteGame game, double[] u, double[] m, double duration) {
        return new TimeGrid(duration, (int) Math.ceil(duration / step(game, u, m)));
    }

    private static double step(DiscreteGame game, double[] u, double[] m) {
        AgentSimulation.requireSupport(game);
        double slope = Math.max(steepest(game.grid(), Feedback.of(game, u, m)), steepestDiffusion(game));
        return STEP
                / Math.max(
                        Math.max(slope, 1 / mixingTime(game)),
                        fastestRate(game.grid().domain()));
    }

    private static double mixingTime(DiscreteGame game) {
        Grid grid = game.grid();
        double longest = 0;
        for (int k = 0; k < grid.domain().positionAxes(); k++) {
            double largest = 0;
            for (int i = 0; i < grid.size(); i++) {
                largest = Math.max(largest, diffusion(game, i, k));
            }
            double length = grid.domain().axis(k).length() / Math.PI;
            longest = largest > 0 ? Math.max(longest, length * length / largest) : longest;
        }
        return longest > 0 ? longest : Double.POSITIVE_INFINITY;
    }

    /** D_k at a node; in a stationary game it does not depend on time. */
    private static double diffusion(DiscreteGame game, int node, int k) {
        double[] x = new double[game.grid().dimension()];
        game.grid().position(node, x);
        return game.game().diffusion().at(0, x, k);
    }

    /** The largest difference quotient of a D_k along its axis, over the length of that. */
    private static double steepestDiffusion(DiscreteGame game) {
        Grid grid = game.grid();
        double steepest = 0;
        for (int i = 0; i < grid.size(); i++) {
            for (int k = 0; k < grid.domain().positionAxes(); k++) {
                int next = grid.neighbour(i, 2 * k + 1);
                if (next >= 0) {
                    double difference = Math.abs(diffusion(game, next, k) - diffusion(game, i, k));
                    double length = grid.domain().axis(k).length();
                    steepest = Math.max(steepest, difference / (grid.distance(i, 2 * k + 1) * length));
                }
            }
        }
        return steepest;
    }

    /** The largest rate at which agents leave a state. */
    private static double fastestRate(Domain domain) {
        int axis = domain.statesAxis();
        return axis < 0
                ? 0
                : domain.axis(axis).states().orElseThrow().rates().stream()
                        .mapToDouble(rates ->
                                rates.stream().mapToDouble(Double::doubleValue).sum())
                        .max()
                        .orElse(0);
    }

    /**
     * The largest difference quotient of a component of the drift between two neighbours, both in parts of the length of their axis, but over the last cell before a state constraint: there the
     * drift that leads out falls to 0 on any grid, and no step is too long, since it ends at the side.
     */
    private static double steepest(Grid grid, double[] feedback) {
        int d = grid.dimension();
        double steepest = 0;
        for (int i = 0; i < grid.size(); i++) {
            for (int k = 0; k < grid.domain().positionAxes(); k++) {
                int next = grid.neighbour(i, 2 * k + 1);
                if (next < 0 || grid.isWall(i) || grid.isWall(next) || isBesideConstraint(grid, i, k)) {
                    continue;
                }
                for (int c = 0; c < d; c++) {
                    double difference = feedback[next * (d + 1) + c] - feedback[i * (d + 1) + c];
                    double parts = grid.domain().axis(k).length()
                            / grid.domain().axis(c).length();
                    steepest = Math.max(steepest, parts * Math.abs(difference) / grid.distance(i, 2 * k + 1));
                }
            }
        }
        return steepest;
    }

    /** Whether the cell from node i upwards along axis k ends at a state constraint. */
    private static boolean isBesideConstraint(Grid grid, int i, int k) {
        Axis axis = grid.domain().axis(k);
        int at = grid.index(i, k);
        Boundary end = at == 0 ? axis.lowerBoundary() : axis.upperBoundary();
        return (at == 0 || at == grid.nodes(k) - 2) && end.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }
}
