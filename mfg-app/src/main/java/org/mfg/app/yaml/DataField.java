package org.mfg.app.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.npz.NpyArray;
import org.mfg.output.npz.NpzFile;

/**
 * A field from a file, {@code {file: data.npz, array: f}}: multilinear between the nodes of the data, which need not be those of the game.
 *
 * @param text what stands for it among the game's parameters, {@code data.npz: f}
 * @param hasTime whether it changes with time
 * @param function the field
 */
record DataField(String text, boolean hasTime, SpaceTimeFunction function) {
    static final String FILE = "file";
    private static final String ARRAY = "array";
    static final List<String> KEYS = List.of(FILE, ARRAY);
    private static final String TIME = "t";
    private static final List<String> ENDINGS = List.of(".npz", ".npy", ".csv");

    /** Whether the value names a file of data: no formula is a map. */
    static boolean isMeant(Value value) {
        return !value.isText() && !value.isList();
    }

    /**
     * Reads the field.
     *
     * @param mayChange whether it may change with time
     * @param isDensity whether it must not be negative, as a density or a diffusion
     */
    static DataField read(Value value, Domain domain, boolean mayChange, boolean isDensity) {
        Section section = value.section();
        section.allowOnly("key of a file of data", KEYS);
        Value file = section.required(FILE);
        Path path = file.path();
        String array = section.find(ARRAY).map(Value::text).orElse("");
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            throw file.mustBe("be a .npz, .npy or .csv file");
        }
        if (!Files.isRegularFile(path)) {
            throw file.mustBe("be a file that exists");
        }
        try {
            FieldData data = data(path, name, array, domain);
            boolean hasTime = data.times().length > 0;
            if (hasTime && !mayChange) {
                throw InvalidInputException.because(
                        "data", "data must have the axes " + names(domain) + ", and no t: this field has no time");
            }
            if (isDensity) {
                data.requireNonnegative();
            }
            String text = file.text() + (array.isEmpty() ? "" : ": " + array);
            return new DataField(text, hasTime, data.on(domain));
        } catch (InvalidInputException e) {
            throw e.at(file.text()).at(file.place());
        } catch (ZipException e) {
            throw file.mustBe("be a NumPy archive");
        } catch (IOException e) {
            throw file.mustBe("be a file that can be read (" + FileTrouble.ofReading(e) + ")");
        }
    }

    private static FieldData data(Path path, String name, String array, Domain domain) throws IOException {
        if (name.endsWith(".npz")) {
            try (NpzFile archive = NpzFile.open(path)) {
                return ofArchive(archive, array, domain);
            }
        }
        if (name.endsWith(".csv")) {
            return FieldTable.read(path, array, domain);
        }
        if (!array.isEmpty()) {
            throw InvalidInputException.because(ARRAY, "array must not be given: a .npy file has one");
        }
        NpyArray values = NpyArray.read("data", Files.readAllBytes(path));
        return new FieldData(new double[0], evenly(values.shape(), domain), values.values());
    }

    private static FieldData ofArchive(NpzFile archive, String array, Domain domain) throws IOException {
        if (array.isEmpty()) {
            throw InvalidInputException.of(ARRAY, "be given, one of " + String.join(", ", archive.names()), "missing");
        }
        int[] shape = archive.shape(array);
        boolean hasTime = shape.length == domain.dimension() + 1;
        int[] nodes = hasTime ? Arrays.copyOfRange(shape, 1, shape.length) : shape;
        if (nodes.length != domain.dimension()) {
            throw unfit(domain, shape);
        }
        double[] times = hasTime ? coordinates(archive, TIME, shape[0]) : new double[0];
        boolean isNamed =
                domain.axes().stream().anyMatch(axis -> archive.names().contains(axis.name()));
        List<double[]> coordinates = new ArrayList<>();
        for (int k = 0; isNamed && k < nodes.length; k++) {
            coordinates.add(coordinates(archive, domain.axis(k).name(), nodes[k]));
        }
        return new FieldData(
                times,
                isNamed ? coordinates : evenly(nodes, domain),
                archive.array(array).values());
    }

    private static double[] coordinates(NpzFile archive, String name, int count) throws IOException {
        if (!archive.names().contains(name)) {
            throw InvalidInputException.because(
                    "data",
                    "data must come with the coordinates " + name + ", but the file has only "
                            + String.join(", ", archive.names()));
        }
        int[] shape = archive.shape(name);
        if (!Arrays.equals(shape, new int[] {count})) {
            throw InvalidInputException.of(
                    name + " of the data", "have the shape [" + count + "] of its axis", Arrays.toString(shape));
        }
        return archive.array(name).values();
    }

    /** Where the file has no coordinates, the nodes are those of a grid on the domain. */
    static List<double[]> evenly(int[] nodes, Domain domain) {
        if (nodes.length != domain.dimension()) {
            throw unfit(domain, nodes);
        }
        Domain box = new Domain(domain.axes().stream().map(DataField::even).toList());
        Grid grid = Grid.of(box, nodes);
        return IntStream.range(0, nodes.length).mapToObj(grid::coordinates).toList();
    }

    private static Axis even(Axis axis) {
        return axis.hasStates() || axis.isPeriodic() ? axis : Axis.noFlux(axis.name(), axis.lower(), axis.upper());
    }

    static InvalidInputException unfit(Domain domain, int[] shape) {
        return InvalidInputException.of(
                "data",
                "have the axes " + names(domain) + ", perhaps with t before them",
                "of shape " + Arrays.toString(shape));
    }

    private static String names(Domain domain) {
        return String.join(", ", domain.axes().stream().map(Axis::name).toList());
    }
}
