package org.mfg.app.verify;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Nested grids, coarse to fine, each with twice the intervals of the last in space and time.
 *
 * @param levels the grids
 */
record GridSequence(List<Level> levels) {
    private static final int FEWEST_INTERVALS = 8;
    private static final int FEWEST_STEPS = 4;

    /**
     * One of the grids.
     *
     * @param grid in space
     * @param time in time
     */
    record Level(Grid grid, TimeGrid time) {

        /** The function at the nodes and time levels, a field. */
        double[] sampled(Field field) {
            int n = grid.size();
            double[] values = new double[n * time.levels()];
            double[] x = new double[grid.dimension()];
            for (int i = 0; i < values.length; i++) {
                grid.position(i % n, x);
                values[i] = field.at(time.time(i / n), x);
            }
            return values;
        }
    }

    /** A function of time and place. */
    interface Field {
        double at(double t, double[] x);
    }

    /**
     * The grids around the one asked for. The one time step of a stationary game stays one.
     *
     * @param asked the game on the grid asked for
     * @param part the part of the intervals asked for that the coarsest grid has: 2 for half of them
     * @param doublings how often to double, >= 1
     */
    static GridSequence around(DiscreteGame asked, int part, int doublings) {
        Grid grid = asked.grid();
        TimeGrid time = asked.time();
        List<Level> levels = new ArrayList<>();
        int steps = Math.max(FEWEST_STEPS, time.steps() / part);
        for (int l = 0; l <= doublings; l++) {
            int[] nodes = new int[grid.dimension()];
            for (int k = 0; k < nodes.length; k++) {
                int closing = grid.domain().axis(k).isPeriodic() ? 0 : 1;
                int intervals = Math.max(FEWEST_INTERVALS, (grid.nodes(k) - closing) / part);
                nodes[k] = grid.domain().axis(k).hasStates() ? grid.nodes(k) : (intervals << l) + closing;
            }
            TimeGrid finer = asked.game().isStationary() ? time : time.withSteps(steps << l);
            levels.add(new Level(Grid.of(grid.domain(), nodes), finer));
        }
        return new GridSequence(levels);
    }

    /** The index in a field of the finer grid of the entry i at time level j of the next coarser one. */
    static int onFiner(Level coarse, Level fine, int j, int i) {
        int node = 0;
        for (int k = 0; k < coarse.grid().dimension(); k++) {
            int factor = coarse.grid().domain().axis(k).hasStates() ? 1 : 2;
            node += factor * coarse.grid().index(i, k) * fine.grid().stride(k);
        }
        int level = j * (fine.time().steps() / coarse.time().steps());
        return level * fine.grid().size() + node;
    }

    /** The intervals of the first axis of each grid, for tables. */
    double[] intervals() {
        return levels.stream()
                .mapToDouble(level -> {
                    Axis first = level.grid().domain().axis(0);
                    return first.length() / level.grid().spacing(0);
                })
                .map(Math::rint)
                .toArray();
    }
}
