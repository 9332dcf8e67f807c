package org.mfg.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.file.ResultFolder;
import org.mfg.output.npz.NpzFile;
import org.mfg.solvers.nested.Prolongation;

/**
 * Reads a solution.npz as the start of a solve on any grid of the same domain and horizon, or of the same domain for a stationary game, with
 * linear interpolation between grids.
 */
public final class SolutionStart {
    /** Coordinates that differ by less, relative to the length of the axis, differ by rounding. */
    private static final double ROUNDING = 1e-9;

    /** u and m of the file and of the game. */
    private static final int FIELDS = 4;

    private final DiscreteGame game;
    private final NpzFile archive;

    private SolutionStart(DiscreteGame game, NpzFile archive) {
        this.game = game;
        this.archive = archive;
    }

    /**
     * Reads the file.
     *
     * @param game the game that is to be solved
     * @throws InvalidInputException if the file is no such archive, or one of another domain or horizon
     */
    public static Guess read(Path file, DiscreteGame game) {
        try {
            ResultFolder.settle(file.toAbsolutePath().resolveSibling(""));
            return read(NpzFile.open(file), game);
        } catch (ZipException e) {
            throw InvalidInputException.because("start", "start must be the solution.npz of a game, a zip archive")
                    .at(file.toString());
        } catch (IOException e) {
            throw InvalidInputException.because("start", "start cannot be read: " + FileTrouble.ofReading(e))
                    .at(file.toString());
        } catch (InvalidInputException e) {
            throw e.at(file.toString());
        }
    }

    private static Guess read(NpzFile open, DiscreteGame game) throws IOException {
        try (NpzFile archive = open) {
            return new SolutionStart(game, archive).guess();
        }
    }

    private Guess guess() throws IOException {
        Grid grid = grid();
        TimeGrid time = game.game().isStationary() ? game.time() : time();
        double[] u = game.game().isStationary() ? stationaryValue(grid) : field("u", grid, time.levels());
        double[] m = game.game().isStationary() ? twice(field("m", grid, 1)) : field("m", grid, time.levels());
        boolean isSame = time.steps() == game.time().steps() && Arrays.equals(nodes(grid), nodes(game.grid()));
        return isSame ? new Guess(u, m) : Prolongation.to(game, grid, time, new Guess(u, m));
    }

    /** What solvers see of a stationary value function: u + ρ and u of an ergodic game, u and 0 of a discounted one. */
    private double[] stationaryValue(Grid grid) throws IOException {
        double[] u = field("u", grid, 1);
        double[] both = twice(u);
        if (!game.game().isErgodic()) {
            Arrays.fill(both, u.length, both.length, 0);
            return both;
        }
        double[] constant = coordinates("rho");
        if (constant.length != 1 || !Double.isFinite(constant[0])) {
            throw InvalidInputException.of("rho of start", "be a finite number", Arrays.toString(constant));
        }
        for (int i = 0; i < u.length; i++) {
            both[i] += constant[0];
        }
        return both;
    }

    private static double[] twice(double[] slice) {
        double[] both = Arrays.copyOf(slice, 2 * slice.length);
        System.arraycopy(slice, 0, both, slice.length, slice.length);
        return both;
    }

    private Grid grid() throws IOException {
        List<Axis> axes = game.grid().domain().axes();
        double[][] coordinates = new double[axes.size()][];
        int[] nodes = new int[coordinates.length];
        for (int k = 0; k < nodes.length; k++) {
            coordinates[k] = coordinates(axes.get(k).name());
            nodes[k] = coordinates[k].length;
        }
        requireShape("u", nodes);
        Grid grid = Grid.of(game.grid().domain(), nodes);
        for (int k = 0; k < nodes.length; k++) {
            requireSame("axis " + axes.get(k).name(), coordinates[k], grid.coordinates(k));
        }
        return grid;
    }

    private TimeGrid time() throws IOException {
        double[] t = coordinates("t");
        if (t.length < 2) {
            throw InvalidInputException.of("start", "have at least two times", t.length);
        }
        TimeGrid time = game.time().withSteps(t.length - 1);
        double[] here = new double[t.length];
        Arrays.setAll(here, time::time);
        requireSame("time", t, here);
        return time;
    }

    private static void requireSame(String axis, double[] there, double[] here) {
        int last = here.length - 1;
        double close = ROUNDING * (here[last] - here[0]);
        for (int i = 0; i <= last; i++) {
            if (!(Math.abs(there[i] - here[i]) <= close)) {
                throw InvalidInputException.because(
                        "start",
                        "start must be of the same domain and horizon: its nodes of " + axis + " lie from " + there[0]
                                + " to " + there[last] + ", those of as many nodes of the game from " + here[0] + " to "
                                + here[last]
                                + (i == 0 || i == last
                                        ? ""
                                        : ", and number " + i + " is " + there[i] + " for " + here[i]));
            }
        }
    }

    private void requireShape(String name, int[] nodes) throws IOException {
        int[] shape = nodes;
        if (!game.game().isStationary()) {
            int levels = shape("t", 1)[0];
            shape = IntStream.concat(IntStream.of(levels), Arrays.stream(nodes)).toArray();
        }
        int[] found = shape(name, shape.length);
        if (!Arrays.equals(found, shape)) {
            throw InvalidInputException.of(
                    name + " of start", "have the shape " + Arrays.toString(shape), Arrays.toString(found));
        }
    }

    /** The values of a field at so many levels; a stationary one has no axis of time. */
    private double[] field(String name, Grid grid, int levels) throws IOException {
        requireShape(name, nodes(grid));
        double size = (double) grid.size() * levels * Double.BYTES;
        Memory.lacks(FIELDS * size).ifPresent(lack -> {
            throw InvalidInputException.because("start", "start must fit into memory, but needs " + lack);
        });
        double[] values = archive.array(name).values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw InvalidInputException.of(
                        name + " of start", "be finite everywhere", values[i] + " at number " + i);
            }
        }
        return values;
    }

    private static int[] nodes(Grid grid) {
        int[] nodes = new int[grid.dimension()];
        Arrays.setAll(nodes, grid::nodes);
        return nodes;
    }

    private double[] coordinates(String name) throws IOException {
        shape(name, name.equals("rho") ? 0 : 1);
        return archive.array(name).values();
    }

    private int[] shape(String name, int axes) throws IOException {
        if (!archive.names().contains(name)) {
            String kind = game.game().isStationary()
                    ? "stationary game with the same axes"
                    : "game with the same axes and a horizon";
            throw InvalidInputException.because(
                    "start", "start must be the solution.npz of a " + kind + ": it has no " + name);
        }
        int[] shape = archive.shape(name);
        if (shape.length != axes) {
            throw InvalidInputException.of(name + " of start", "have " + axes + " axes", Arrays.toString(shape));
        }
        return shape;
    }
}
