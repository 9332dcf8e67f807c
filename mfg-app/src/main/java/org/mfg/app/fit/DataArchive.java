package org.mfg.app.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.quantity.Quantity;
import org.mfg.output.npz.NpyArray;
import org.mfg.output.npz.NpzFile;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.Observations;

/**
 * Observations in a NumPy archive, whose arrays tell of what:
 *
 * <pre>
 *   m           densities of the shape (times, nodes of each axis) at times t and coordinates under each axis' name, as in solution.npz; perhaps error, of that shape or one number
 *   positions   of agents, of the shape (agents, times), with more than one axis (agents, times, axes), at times t
 *   mean(0.5)   any other name is a quantity's: its value, or its value and standard deviation
 * </pre>
 *
 * <p>Without times in a stationary game. What is not a number was not observed.
 */
final class DataArchive {
    private static final String TIME = "t";
    private static final String DENSITY = "m";
    private static final String ERROR = "error";
    private static final String POSITIONS = "positions";

    private final NpzFile archive;
    private final DiscreteGame game;
    private final boolean isStationary;

    private DataArchive(NpzFile archive, DiscreteGame game) {
        this.archive = archive;
        this.game = game;
        isStationary = game.game().isStationary();
    }

    static Observations read(Path file, Mfg mfg, DiscreteGame game, List<String> ofMarket) throws IOException {
        try (NpzFile archive = NpzFile.open(file)) {
            DataArchive data = new DataArchive(archive, game);
            Set<String> names = archive.names();
            boolean arePositions = names.contains(POSITIONS);
            if (!arePositions && !names.contains(DENSITY)) {
                return data.quantities(mfg, ofMarket);
            }
            data.requireOneKind(arePositions ? POSITIONS : DENSITY, mfg);
            return arePositions ? data.positions() : data.densities();
        }
    }

    /** Other arrays may be there, as in solution.npz, but no other observations. */
    private void requireOneKind(String kind, Mfg mfg) {
        List<String> listed =
                mfg.quantities().of(game.game()).stream().map(Quantity::name).toList();
        for (String name : archive.names()) {
            boolean isOther = name.equals(DENSITY) || name.contains("(") || listed.contains(name);
            if (isOther && !name.equals(kind)) {
                throw InvalidInputException.because(
                        DataFile.FIELD,
                        "data must be of one kind a file: densities m, positions or quantities, but there are " + kind
                                + " and " + name);
            }
        }
    }

    private Observations quantities(Mfg mfg, List<String> ofMarket) throws IOException {
        QuantityList list = new QuantityList(mfg, game, ofMarket);
        for (String name : archive.names()) {
            double[] values = archive.array(name).values();
            if (values.length < 1 || values.length > 2) {
                throw InvalidInputException.of(
                        name + " of the data", "be a value, or a value and its error", values.length + " numbers");
            }
            list.add(name, values[0], values.length == 2 ? values[1] : Double.NaN);
        }
        return list.observations();
    }

    private Observations densities() throws IOException {
        List<double[]> axes = new ArrayList<>(isStationary ? List.of() : List.of(vector(TIME)));
        for (Axis axis : game.game().domain().axes()) {
            axes.add(vector(axis.name()));
        }
        int[] lengths = axes.stream().mapToInt(a -> a.length).toArray();
        double[] values = array(DENSITY, lengths);
        double[] errors = new double[values.length];
        Arrays.fill(errors, Double.NaN);
        if (archive.names().contains(ERROR)) {
            double[] given = archive.array(ERROR).values();
            errors = given.length == 1 ? errors : array(ERROR, lengths);
            Arrays.fill(errors, 0, given.length == 1 ? errors.length : 0, given[0]);
        }
        Sightings sightings = new Sightings(game);
        int first = isStationary ? 0 : 1;
        for (int i = 0; i < values.length; i++) {
            double[] place = new double[axes.size() - first];
            int rest = i;
            for (int k = axes.size() - 1; k >= first; k--) {
                place[k - first] = axes.get(k)[rest % axes.get(k).length];
                rest /= axes.get(k).length;
            }
            sightings.addDensity(isStationary ? 0 : axes.get(0)[rest], place, values[i], errors[i]);
        }
        return sightings.densities();
    }

    private Observations positions() throws IOException {
        int d = game.grid().dimension();
        double[] times = isStationary ? new double[1] : vector(TIME);
        double[] values = archive.array(POSITIONS).values();
        int agents = values.length / (times.length * d);
        List<Integer> shape = new ArrayList<>(List.of(agents));
        if (!isStationary) {
            shape.add(times.length);
        }
        if (d > 1) {
            shape.add(d);
        }
        array(POSITIONS, shape.stream().mapToInt(Integer::intValue).toArray());
        Sightings sightings = new Sightings(game);
        for (int i = 0; i < values.length / d; i++) {
            sightings.addPosition(
                    i / times.length, times[i % times.length], Arrays.copyOfRange(values, i * d, (i + 1) * d));
        }
        return sightings.positions();
    }

    private void require(String name) {
        if (!archive.names().contains(name)) {
            throw InvalidInputException.of(
                    DataFile.FIELD, "have an array " + name, "arrays " + String.join(", ", archive.names()));
        }
    }

    private double[] vector(String name) throws IOException {
        require(name);
        NpyArray array = archive.array(name);
        if (array.shape().length != 1 || array.values().length == 0) {
            throw InvalidInputException.of(
                    name + " of the data", "have one axis and values", "the shape " + Arrays.toString(array.shape()));
        }
        return array.values();
    }

    private double[] array(String name, int[] shape) throws IOException {
        int[] found = archive.shape(name);
        if (!Arrays.equals(found, shape)) {
            throw InvalidInputException.of(
                    name + " of the data",
                    "have the shape of its axes, " + Arrays.toString(shape),
                    Arrays.toString(found));
        }
        return archive.array(name).values();
    }
}
