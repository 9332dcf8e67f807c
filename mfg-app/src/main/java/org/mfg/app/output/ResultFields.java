package org.mfg.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.output.exchange.FieldSet;
import org.mfg.output.npz.NpzFile;

/**
 * The fields of a result, read from its folder.
 *
 * @param set the fields with their axes
 * @param hasTime whether the first axis is time
 */
public record ResultFields(FieldSet set, boolean hasTime) {
    private static final String TIME = "t";

    /**
     * Reads {@code solution.npz}, and from {@code summary.json} what the game and its axes are.
     *
     * @throws InvalidInputException if the folder has no such files, or not of one result
     */
    public static ResultFields read(Path folder) throws IOException {
        Summary summary = Summary.read(folder.resolve("summary.json"));
        Path solution = folder.resolve("solution.npz");
        if (!Files.isRegularFile(solution)) {
            throw InvalidInputException.of("solution", "be a file that exists", solution);
        }
        try (NpzFile archive = NpzFile.open(solution)) {
            return read(summary, archive);
        } catch (InvalidInputException e) {
            throw e.at(solution.toString());
        }
    }

    private static ResultFields read(Summary summary, NpzFile archive) throws IOException {
        boolean hasTime = archive.names().contains(TIME);
        List<String> names = new ArrayList<>(summary.axes());
        if (hasTime) {
            names.add(0, TIME);
        }
        List<FieldSet.Axis> axes = new ArrayList<>();
        int[] nodes = new int[names.size()];
        for (int k = 0; k < nodes.length; k++) {
            String name = names.get(k);
            double[] coordinates = archive.array(name).values();
            nodes[k] = coordinates.length;
            axes.add(new FieldSet.Axis(name, name.equals(TIME) ? "time" : "position " + name, coordinates));
        }
        List<FieldSet.Field> fields = new ArrayList<>();
        for (String name : archive.names()) {
            int[] shape = archive.shape(name);
            int skipped = nodes.length - shape.length;
            boolean isField = !names.contains(name)
                    && shape.length > 0
                    && (skipped == 0 || (skipped == 1 && hasTime))
                    && Arrays.equals(shape, Arrays.copyOfRange(nodes, skipped, nodes.length));
            if (isField) {
                fields.add(new FieldSet.Field(
                        name, describe(name), shape.length, archive.array(name).values()));
            }
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        summary.parameters().forEach((name, value) -> attributes.put(name, String.valueOf(value)));
        return new ResultFields(new FieldSet(summary.game(), attributes, axes, fields), hasTime);
    }

    private static String describe(String name) {
        return switch (name) {
            case "u" -> "value function";
            case "m" -> "density";
            default -> name;
        };
    }
}
