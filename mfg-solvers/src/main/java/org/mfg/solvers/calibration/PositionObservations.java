package org.mfg.solvers.calibration;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;

/**
 * Where agents were at times. Each is at a time t in the dual cell c of a node with the probability that the crowd has there, p_c = w m_c(t)/Σ w m(t), m linear
 * between two levels; agents who have left are not observed. A fit maximises the likelihood of these laws,
 *
 * <pre>
 *   maximise  Σ_a Σ_k log p_c(a,k)(t_k; θ)    over agents a and the times t_k at which they were seen.
 * </pre>
 *
 * <p>How an agent went from one place to the next does not enter: a composite likelihood of marginals (Varin, Reid and Firth 2011), whose estimates are consistent, if not the
 * best that paths allow. Positions of one agent depend on each other, positions of different agents do not, and standard errors are made for that.
 */
public final class PositionObservations implements Observations {
    private final double[] levels;
    private final int[] levelOf;
    private final int[] agents;
    private final int agentCount;
    private final double[][] places;

    /**
     * @param agents who was seen, for each observation: any numbers, the same for the same agent
     * @param times when; not used in a stationary game
     * @param places where
     */
    public PositionObservations(long[] agents, double[] times, double[][] places) {
        if (times.length != agents.length || places.length != agents.length || agents.length == 0) {
            throw InvalidInputException.of(
                    "observations", "be at least one, each of an agent with a time and a place", agents.length);
        }
        levels = Arrays.stream(times).sorted().distinct().toArray();
        levelOf = Arrays.stream(times)
                .mapToInt(t -> Arrays.binarySearch(levels, t))
                .toArray();
        long[] distinct = Arrays.stream(agents).sorted().distinct().toArray();
        this.agents = Arrays.stream(agents)
                .mapToInt(a -> Arrays.binarySearch(distinct, a))
                .toArray();
        agentCount = distinct.length;
        this.places = Arrays.stream(places).map(double[]::clone).toArray(double[][]::new);
    }

    /** The times, for each observation. */
    public double[] times() {
        return Arrays.stream(levelOf).mapToDouble(k -> levels[k]).toArray();
    }

    /** The positions. */
    public double[][] places() {
        return Arrays.stream(places).map(double[]::clone).toArray(double[][]::new);
    }

    /** How many agents were seen. */
    public int agents() {
        return agentCount;
    }

    @Override
    public int count() {
        return places.length;
    }

    @Override
    public boolean haveKnownErrors() {
        return true;
    }

    @Override
    public Misfit at(Prediction here) {
        DiscreteGame game = here.game();
        int[] cells = new int[places.length];
        double[] counts = new double[levels.length * game.grid().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = levelOf[i] * game.grid().size() + cell(game.grid(), places[i]);
            counts[cells[i]]++;
        }
        return new PositionMisfit(this, game, here.m(), cells, counts);
    }

    int agentOf(int observation) {
        return agents[observation];
    }

    /** w m at the nodes for each of the times, one after the other. */
    double[] masses(DiscreteGame game, double[] m) {
        int n = game.grid().size();
        double[] masses = new double[levels.length * n];
        for (int k = 0; k < levels.length; k++) {
            BetweenLevels at = BetweenLevels.of(game, levels[k]);
            for (int i = 0; i < n; i++) {
                masses[k * n + i] = game.grid().weight(i) * at.value(m, n, i);
            }
        }
        return masses;
    }

    /** The node whose dual cell a place is in. */
    private static int cell(Grid grid, double[] place) {
        int cell = 0;
        for (int k = 0; k < grid.dimension(); k++) {
            cell += nearest(grid, k, place[k]) * grid.stride(k);
        }
        return cell;
    }

    private static int nearest(Grid grid, int axis, double x) {
        double[] nodes = grid.coordinates(axis);
        boolean isRing = grid.domain().axis(axis).isPeriodic();
        int nearest = 0;
        for (int i = 1; i < nodes.length; i++) {
            nearest = Math.abs(nodes[i] - x) < Math.abs(nodes[nearest] - x) ? i : nearest;
        }
        boolean isPastTheLast = isRing && nodes[0] + grid.domain().axis(axis).length() - x < x - nodes[nearest];
        return isPastTheLast ? 0 : nearest;
    }
}
