package org.mfg.solvers.agents;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * For how long, and in which steps, agents of a stationary game should walk. With λ the largest difference quotient of the drift
 * and τ = (L/π)²/ν the time in which diffusion mixes the box, a time step is a fiftieth of min(1/λ, τ), or with jumps between
 * states of the time that agents stay in the one they leave soonest if that is less; the walk takes τ, or {@value #MOST_STEPS}
 * steps if that is sooner. In a step Δt the method of Euler and Maruyama makes the crowd too wide by about λΔt/2
 * of its variance.
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
        double slope = Math.max(1 / mixingTime(game), steepest(game.grid(), Feedback.of(game, u, m)));
        return STEP / Math.max(slope, fastestRate(game.grid().domain()));
    }

    private static double mixingTime(DiscreteGame game) {
        Domain domain = game.grid().domain();
        double longest = 0;
        for (int k = 0; k < domain.positionAxes(); k++) {
            longest = Math.max(longest, domain.axis(k).length());
        }
        return Math.pow(longest / Math.PI, 2)
                / game.game().diffusion().viscosity().orElseThrow();
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
     * The largest difference quotient of a component of the drift between two neighbours, but over the last cell before a state constraint: there the
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
                    steepest = Math.max(steepest, Math.abs(difference) / grid.spacing(k));
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
