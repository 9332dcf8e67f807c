package org.mfg.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.npz.NpyArray;
import org.mfg.solvers.nested.Prolongation;

/** Reads a solution.npz as the start of a solve on any grid of the same domain and horizon, with linear interpolation between grids. */
public final class SolutionStart {
    /** Coordinates that differ by less, relative to the length of the axis, differ by rounding. */
    private static final double ROUNDING = 1e-9;

    private final DiscreteGame game;
    private final Map<String, NpyArray> arrays;

    private SolutionStart(DiscreteGame game, Map<String, NpyArray> arrays) {
        this.game = game;
        this.arrays = arrays;
    }

    /**
     * Reads the file.
     *
     * @param game the game that is to be solved
     * @throws InvalidInputException if the file is no such archive, or one of another domain or horizon, or the game is stationary
     */
    public static Guess read(Path file, DiscreteGame game) {
        if (game.game().isStationary()) {
            throw InvalidInputException.because("start", "start must not be given: the game is stationary");
        }
        try {
            return new SolutionStart(game, arrays(file)).guess();
        } catch (IOException e) {
            throw InvalidInputException.because("start", "start cannot be read: " + FileTrouble.inWords(e))
                    .at(file.toString());
        } catch (InvalidInputException e) {
            throw e.at(file.toString());
        }
    }

    private static Map<String, NpyArray> arrays(Path file) throws IOException {
        Map<String, NpyArray> arrays = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName().replaceFirst("\\.npy$", ""), NpyArray.read(zip.readAllBytes()));
            }
        }
        return arrays;
    }

    private Guess guess() {
        Grid grid = grid();
        TimeGrid time = time();
        double[] u = field("u", grid, time);
        double[] m = field("m", grid, time);
        boolean isSame = time.steps() == game.time().steps() && Arrays.equals(nodes(grid), nodes(game.grid()));
        return isSame
                ? new Guess(u, m)
                : Prolongation.to(game, new Equilibrium(grid, time, u, m, Status.CONVERGED, "", List.of()));
    }

    private Grid grid() {
        List<Axis> axes = game.grid().domain().axes();
        int[] nodes = axes.stream()
                .mapToInt(axis -> array(axis.name()).values().length)
                .toArray();
        Grid grid = Grid.of(game.grid().domain(), nodes);
        for (int k = 0; k < nodes.length; k++) {
            double[] here = grid.coordinates(k);
            double[] there = array(axes.get(k).name()).values();
            requireEnds("axis " + axes.get(k).name(), there[0], there[nodes[k] - 1], here[0], here[nodes[k] - 1]);
        }
        return grid;
    }

    private TimeGrid time() {
        double[] t = array("t").values();
        if (t.length < 2) {
            throw InvalidInputException.of("start", "have at least two times", t.length);
        }
        requireEnds("time", t[0], t[t.length - 1], 0, game.time().horizon());
        return new TimeGrid(game.time().horizon(), t.length - 1);
    }

    private static void requireEnds(String axis, double from, double to, double lower, double upper) {
        double close = ROUNDING * (upper - lower);
        if (!(Math.abs(from - lower) <= close && Math.abs(to - upper) <= close)) {
            throw InvalidInputException.because(
                    "start",
                    "start must be of the same domain and horizon: its nodes of " + axis + " lie from " + from + " to "
                            + to + ", those of as many nodes of the game from " + lower + " to " + upper);
        }
    }

    private double[] field(String name, Grid grid, TimeGrid time) {
        int[] shape = new int[grid.dimension() + 1];
        shape[0] = time.levels();
        System.arraycopy(nodes(grid), 0, shape, 1, grid.dimension());
        NpyArray array = array(name);
        if (!Arrays.equals(array.shape(), shape)) {
            throw InvalidInputException.of(
                    name + " of start", "have the shape " + Arrays.toString(shape), Arrays.toString(array.shape()));
        }
        if (!Arrays.stream(array.values()).allMatch(Double::isFinite)) {
            throw InvalidInputException.because(name + " of start", name + " of start must be finite everywhere");
        }
        return array.values();
    }

    private static int[] nodes(Grid grid) {
        int[] nodes = new int[grid.dimension()];
        Arrays.setAll(nodes, grid::nodes);
        return nodes;
    }

    private NpyArray array(String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw InvalidInputException.because(
                    "start",
                    "start must be the solution.npz of a game with the same axes and a horizon: it has no " + name);
        }
        return array;
    }
}
