package org.mfg.solvers.nested;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.grid.Grid;

/**
 * Gives the walls of a grid values to interpolate with: each takes the mean of those neighbours that are free or filled
 * already, those beside free nodes first.
 */
final class WallFill {
    private final int size;
    /** Walls in the order in which they are filled. */
    private final int[] walls;
    /** For each of these, the neighbours that have a value by then. */
    private final int[][] sources;

    WallFill(Grid grid) {
        size = grid.size();
        boolean[] hasValue = new boolean[size];
        List<Integer> order = new ArrayList<>();
        List<int[]> from = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            hasValue[i] = !grid.isWall(i);
        }
        for (int done = -1; done < order.size(); ) {
            done = order.size();
            for (int i = 0; i < size; i++) {
                int[] known = hasValue[i] ? new int[0] : known(grid, i, hasValue);
                if (known.length > 0) {
                    order.add(i);
                    from.add(known);
                }
            }
            for (int added : order.subList(done, order.size())) {
                hasValue[added] = true;
            }
        }
        walls = order.stream().mapToInt(Integer::intValue).toArray();
        sources = from.toArray(int[][]::new);
    }

    private static int[] known(Grid grid, int i, boolean[] hasValue) {
        int[] neighbours = new int[2 * grid.dimension()];
        int count = 0;
        for (int s = 0; s < neighbours.length; s++) {
            int neighbour = grid.neighbour(i, s);
            if (neighbour >= 0 && hasValue[neighbour]) {
                neighbours[count++] = neighbour;
            }
        }
        return Arrays.copyOf(neighbours, count);
    }

    /** The field with its walls filled at every time level; the field itself where there are none. */
    double[] filled(double[] original) {
        if (walls.length == 0) {
            return original;
        }
        double[] field = original.clone();
        for (int at = 0; at < field.length; at += size) {
            for (int w = 0; w < walls.length; w++) {
                double sum = 0;
                for (int source : sources[w]) {
                    sum += field[at + source];
                }
                field[at + walls[w]] = sum / sources[w].length;
            }
        }
        return field;
    }

    /** Puts the walls back to 0 at every time level of the field. */
    void clear(double[] field) {
        for (int at = 0; at < field.length; at += size) {
            for (int wall : walls) {
                field[at + wall] = 0;
            }
        }
    }
}
