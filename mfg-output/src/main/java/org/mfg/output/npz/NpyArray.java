package org.mfg.output.npz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.mfg.api.InvalidInputException;

/**
 * An array of doubles. It is written in NumPy's .npy format, version 1.0: a header that says type, order and shape, then the values in
 * little-endian, row-major order. Arrays of other types and orders are read as doubles too.
 */
public final class NpyArray {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEADER_ALIGNMENT = 64;
    private static final int PREFIX_BYTES = 10;

    private final double[] values;
    private final int[] shape;
    private final byte[] header;

    /**
     * An array.
     *
     * @param values row-major; not copied
     * @param shape the lengths of the axes, slowest first
     */
    public NpyArray(double[] values, int... shape) {
        this.values = values;
        this.shape = shape;
        this.header = header(shape);
    }

    /**
     * Reads a file in NumPy's format: booleans, whole numbers or floating-point numbers of any width, byte order and memory order.
     *
     * @param field what the array is for, to name it in errors
     * @throws InvalidInputException if it is something else, or does not hold as many values as its header promises
     */
    public static NpyArray read(String field, byte[] bytes) {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return NpyReader.of(field, in).array(bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
