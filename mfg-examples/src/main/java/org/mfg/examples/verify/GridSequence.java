package org.mfg.examples.verify;

import java.util.ArrayList;
import java.util.List;
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
    record Level(Grid grid, TimeGrid time) {}

    /**
     * The grids around the one asked for.
     *
     * @param part the part of the intervals asked for that the coarsest grid has: 2 for half of them
     * @param doublings how often to double, >= 1
     */
    static GridSequence around(Grid asked, TimeGrid time, int part, int doublings) {
        int d = asked.dimension();
        List<Level> levels = new ArrayList<>();
        int steps = Math.max(FEWEST_STEPS, time.steps() / part);
        for (int l = 0; l <= doublings; l++) {
            int[] nodes = new int[d];
            for (int k = 0; k < d; k++) {
                int closing = asked.domain().axis(k).isPeriodic() ? 0 : 1;
                int intervals = Math.max(FEWEST_INTERVALS, (asked.nodes(k) - closing) / part);
                nodes[k] = (intervals << l) + closing;
            }
            levels.add(new Level(Grid.of(asked.domain(), nodes), new TimeGrid(time.horizon(), steps << l)));
        }
        return new GridSequence(levels);
    }

    /** The index in a field of the finer grid of the entry i at time level j of the next coarser one. */
    static int onFiner(Level coarse, Level fine, int j, int i) {
        int node = 0;
        for (int k = 0; k < coarse.grid().dimension(); k++) {
            node += 2 * coarse.grid().index(i, k) * fine.grid().stride(k);
        }
        return 2 * j * fine.grid().size() + node;
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
