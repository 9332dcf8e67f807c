package org.mfg.solvers.agents;

import org.mfg.api.grid.Grid;

/** Values inside obstacles, so that interpolation beside them finds sensible ones: the mean of the free neighbours. */
final class WallValues {
    private WallValues() {}

    /** Fills entry {@code entry} of {@code width} a node at the walls of the slice that begins with node {@code first}. */
    static void fill(Grid grid, double[] field, int first, int width, int entry) {
        for (int i = 0; i < grid.size(); i++) {
            if (!grid.isWall(i)) {
                continue;
            }
            double sum = 0;
            int count = 0;
            for (int side = 0; side < 2 * grid.dimension(); side++) {
                int neighbour = grid.neighbour(i, side);
                if (neighbour >= 0 && !grid.isWall(neighbour)) {
                    sum += field[(first + neighbour) * width + entry];
                    count++;
                }
            }
            field[(first + i) * width + entry] = count == 0 ? 0 : sum / count;
        }
    }
}
