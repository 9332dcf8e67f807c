package org.mfg.output.npz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mfg.api.InvalidInputException;

/**
 * An array of doubles in NumPy's .npy format, version 1.0: a header that says type, order and shape, then the values in
 * little-endian, row-major order.
 */
public final class NpyArray {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEADER_ALIGNMENT = 64;
    private static final int PREFIX_BYTES = 10;

    private static final Pattern DOUBLES = Pattern.compile("'descr': *'<f8'.*'fortran_order': *False");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

    private final double[] values;
    private final int[] shape;
    private final byte[] header;

    NpyArray(double[] values, int... shape) {
        this.values = values;
        this.shape = shape;
        this.header = header(shape);
    }

    /**
     * Reads what {@link #writeTo} wrote; NumPy writes the same.
     *
     * @throws InvalidInputException if it is something else
     */
    public static NpyArray read(byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.length < PREFIX_BYTES ? 0 : data.getShort(PREFIX_BYTES - Short.BYTES) & 0xffff;
        int start = Math.min(PREFIX_BYTES + length, bytes.length);
        String dictionary = new String(bytes, 0, start, StandardCharsets.ISO_8859_1);
        Matcher dimensions = SHAPE.matcher(dictionary);
        double[] values = new double[(bytes.length - start) / Double.BYTES];
        data.position(start).asDoubleBuffer().get(values);
        if (DOUBLES.matcher(dictionary).find() && dimensions.find()) {
            int[] shape = Arrays.stream(dimensions.group(1).split(","))
                    .filter(n -> !n.isBlank())
                    .mapToInt(n -> (int) Math.min(Long.parseLong(n.strip()), Integer.MAX_VALUE))
                    .toArray();
            if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) == values.length) {
                return new NpyArray(values, shape);
            }
        }
        throw InvalidInputException.because("array", "array must be of float64 in C order, in NumPy's format .npy");
    }

    /** The values, row-major; not a copy. */
    public double[] values() {
        return values;
    }

    /** The lengths of the axes, slowest first; not a copy. */
    public int[] shape() {
        return shape;
    }

    /** The size of the file in bytes. */
    long size() {
        return header.length + (long) Double.BYTES * values.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(header);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int chunk = BUFFER_BYTES / Double.BYTES;
        for (int start = 0; start < values.length; start += chunk) {
            int count = Math.min(chunk, values.length - start);
            buffer.asDoubleBuffer().put(values, start, count);
            out.write(buffer.array(), 0, count * Double.BYTES);
        }
    }

    /** Magic, version, length of the dictionary, and the dictionary padded so that the values start at a multiple of 64. */
    private static byte[] header(int[] shape) {
        String sizes = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int used = PREFIX_BYTES + dictionary.length() + 1;
        int length = (used + HEADER_ALIGNMENT - 1) / HEADER_ALIGNMENT * HEADER_ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) (length - PREFIX_BYTES));
        header.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(header.array(), header.position(), length, (byte) ' ');
        header.array()[length - 1] = '\n';
        return header.array();
    }
}
