package org.mfg.output.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;

/**
 * Fields over axes.
 *
 * @param title what they are, in a line
 * @param attributes what else there is to say, by name
 * @param axes the axes, slowest first; time, if there is one, before the others
 * @param fields the fields; each over the last few of the axes
 */
public record FieldSet(String title, Map<String, String> attributes, List<Axis> axes, List<Field> fields) {

    /** Copies the lists, and checks sizes. */
    public FieldSet {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        axes = List.copyOf(axes);
        fields = List.copyOf(fields);
        for (Field field : fields) {
            long size = 1;
            for (Axis axis : axes.subList(axes.size() - field.axes(), axes.size())) {
                size *= axis.coordinates().length;
            }
            if (size != field.values().length) {
                throw InvalidInputException.of(
                        "field " + field.name(),
                        "have a value for each node of its axes, " + size,
                        field.values().length);
            }
        }
    }

    /**
     * An axis.
     *
     * @param name its name
     * @param description what it is, in a few words
     * @param coordinates those of its nodes, rising; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // A view of large arrays, never compared.
    public record Axis(String name, String description, double[] coordinates) {}

    /**
     * A field.
     *
     * @param name its name
     * @param description what it is, in a few words
     * @param axes the number of axes it is over, the last ones of the set
     * @param values row-major; not copied
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Field(String name, String description, int axes, double[] values) {}
}
