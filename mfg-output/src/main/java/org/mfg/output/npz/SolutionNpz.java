package org.mfg.output.npz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * An equilibrium as a NumPy archive: the coordinates of each axis under the axis' name, the times {@code t}, and the value
 * function {@code u} and density {@code m} of shape (steps + 1, n_1, ..., n_d), all float64; with a ceiling its {@code pressure} too. Of a stationary game there is no time,
 * and the ergodic constant {@code rho}, NaN where costs are discounted. What agents do may be there too, for each time step. The same equilibrium always gives the same bytes.
 */
public final class SolutionNpz {
    private SolutionNpz() {}

    /** Writes the equilibrium of a game as what it is, with times or stationary, replacing a file that is there. */
    public static void write(Path file, Equilibrium equilibrium) throws IOException {
        write(file, equilibrium, Map.of());
    }

    /**
     * As {@link #write(Path, Equilibrium)}, with more arrays.
     *
     * @param more by name: the values at the nodes, of a game with a horizon in each time step or at each level
     */
    public static void write(Path file, Equilibrium equilibrium, Map<String, double[]> more) throws IOException {
        Grid grid = equilibrium.grid();
        boolean isStationary = equilibrium.game().isStationary();
        Map<String, NpyArray> arrays =
                isStationary ? arrays(grid, StationaryEquilibrium.of(equilibrium)) : arrays(equilibrium);
        more.forEach((name, values) -> {
            int[] shape = IntStream.range(isStationary ? 0 : -1, grid.dimension())
                    .map(k -> k < 0 ? values.length / grid.size() : grid.nodes(k))
                    .toArray();
            arrays.put(name, new NpyArray(values, shape));
        });
        NpzFile.write(file, arrays);
    }

    private static Map<String, NpyArray> arrays(Grid grid, StationaryEquilibrium equilibrium) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        int[] shape = new int[grid.dimension()];
        for (int k = 0; k < shape.length; k++) {
            shape[k] = grid.nodes(k);
            arrays.put(grid.domain().axis(k).name(), new NpyArray(grid.coordinates(k), shape[k]));
        }
        arrays.put("u", new NpyArray(equilibrium.u(), shape));
        arrays.put("m", new NpyArray(equilibrium.m(), shape));
        arrays.put("rho", new NpyArray(new double[] {equilibrium.constant()}));
        return arrays;
    }

    private static Map<String, NpyArray> arrays(Equilibrium equilibrium) {
        Grid grid = equilibrium.grid();
        TimeGrid time = equilibrium.time();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        int[] shape = new int[grid.dimension() + 1];
        shape[0] = time.levels();
        for (int k = 0; k < grid.dimension(); k++) {
            shape[k + 1] = grid.nodes(k);
            arrays.put(grid.domain().axis(k).name(), new NpyArray(grid.coordinates(k), grid.nodes(k)));
        }
        double[] t = new double[time.levels()];
        for (int j = 0; j < t.length; j++) {
            t[j] = time.time(j);
        }
        arrays.put("t", new NpyArray(t, t.length));
        arrays.put("u", new NpyArray(equilibrium.u(), shape));
        arrays.put("m", new NpyArray(equilibrium.m(), shape));
        equilibrium.pressure().ifPresent(p -> arrays.put("pressure", new NpyArray(p, shape)));
        return arrays;
    }
}
