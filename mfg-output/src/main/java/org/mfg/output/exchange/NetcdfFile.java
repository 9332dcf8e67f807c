package org.mfg.output.exchange;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;
import org.mfg.output.file.AtomicFile;

/**
 * A NetCDF file in the classic format with 64-bit offsets ("CDF-2", Unidata, NetCDF file format specification; xarray reads it with SciPy alone): a header that tells dimensions,
 * attributes and variables, then the values of each variable in big-endian order. Axes are coordinate variables, so that fields come with their coordinates.
 */
public final class NetcdfFile {
    private static final int DIMENSIONS = 0x0a;
    private static final int VARIABLES = 0x0b;
    private static final int ATTRIBUTES = 0x0c;
    private static final int CHAR = 2;
    private static final int DOUBLE = 6;
    private static final byte[] MAGIC = {'C', 'D', 'F', 2};
    /** What the format can say of the size of a variable. */
    private static final long MOST_BYTES = (1L << 32) - 4;

    private final FieldSet set;
    private final List<Variable> variables = new ArrayList<>();

    /** A variable: an axis or a field, over dimensions by number. */
    private record Variable(String name, String description, int[] dimensions, double[] values) {
        long bytes() {
            return (long) Double.BYTES * values.length;
        }
    }

    private NetcdfFile(FieldSet set) {
        this.set = set;
        int d = set.axes().size();
        for (int k = 0; k < d; k++) {
            FieldSet.Axis axis = set.axes().get(k);
            variables.add(new Variable(axis.name(), axis.description(), new int[] {k}, axis.coordinates()));
        }
        for (FieldSet.Field field : set.fields()) {
            int[] dimensions = IntStream.range(d - field.axes(), d).toArray();
            variables.add(new Variable(field.name(), field.description(), dimensions, field.values()));
        }
    }

    /**
     * Writes the file.
     *
     * @throws InvalidInputException if a field has 4 GB or more, which the format has no room for
     */
    public static void write(Path file, FieldSet set) throws IOException {
        NetcdfFile netcdf = new NetcdfFile(set);
        for (Variable variable : netcdf.variables) {
            if (variable.bytes() > MOST_BYTES) {
                throw InvalidInputException.of(
                        "field " + variable.name, "have less than 4 GB in a NetCDF file", variable.bytes() + " bytes");
            }
        }
        AtomicFile.write(file, stream -> {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream))) {
                netcdf.writeTo(out);
            }
        });
    }

    private void writeTo(DataOutputStream out) throws IOException {
        // The header's length does not depend on the offsets in it.
        DataOutputStream measured = new DataOutputStream(OutputStream.nullOutputStream());
        header(measured, 0);
        header(out, measured.size());
        for (Variable variable : variables) {
            for (double value : variable.values) {
                out.writeDouble(value);
            }
        }
    }

    private void header(DataOutputStream out, long begin) throws IOException {
        out.write(MAGIC);
        out.writeInt(0);
        out.writeInt(DIMENSIONS);
        out.writeInt(set.axes().size());
        for (FieldSet.Axis axis : set.axes()) {
            text(out, axis.name());
            out.writeInt(axis.coordinates().length);
        }
        Map<String, String> about = new LinkedHashMap<>();
        about.put("title", set.title());
        about.putAll(set.attributes());
        attributes(out, about);
        out.writeInt(VARIABLES);
        out.writeInt(variables.size());
        long at = begin;
        for (Variable variable : variables) {
            text(out, variable.name);
            out.writeInt(variable.dimensions.length);
            for (int dimension : variable.dimensions) {
                out.writeInt(dimension);
            }
            attributes(out, Map.of("long_name", variable.description));
            out.writeInt(DOUBLE);
            out.writeInt((int) variable.bytes());
            out.writeLong(at);
            at += variable.bytes();
        }
    }

    private static void attributes(DataOutputStream out, Map<String, String> attributes) throws IOException {
        out.writeInt(ATTRIBUTES);
        out.writeInt(attributes.size());
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            text(out, attribute.getKey());
            out.writeInt(CHAR);
            text(out, attribute.getValue());
        }
    }

    /** A length and bytes, filled up to four. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        for (int k = bytes.length; k % 4 != 0; k++) {
            out.write(0);
        }
    }
}
