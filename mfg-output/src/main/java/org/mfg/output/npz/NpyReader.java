package org.mfg.output.npz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mfg.api.InvalidInputException;

/** Reads an array in NumPy's format: first its header, and no more values than that promises, so that a caller can look before memory is taken. */
final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int BUFFER_VALUES = 1 << 13;
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;
    private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=])([biuf])([1248])'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order': *(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

    private final String field;
    private final InputStream in;
    private final char kind;
    private final int width;
    private final ByteOrder order;
    private final boolean isFortran;
    private final int[] shape;

    private NpyReader(String field, InputStream in, String header) {
        this.field = field;
        this.in = in;
        Matcher type = TYPE.matcher(header);
        Matcher fortran = FORTRAN.matcher(header);
        Matcher dimensions = SHAPE.matcher(header);
        boolean isKnown = type.find() && fortran.find() && dimensions.find();
        if (!isKnown || (type.group(2).equals("f") && Integer.parseInt(type.group(3)) < Float.BYTES)) {
            throw InvalidInputException.because(
                    field, field + " must be an array of numbers or booleans, of at most 8 bytes each");
        }
        kind = type.group(2).charAt(0);
        width = Integer.parseInt(type.group(3));
        order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        isFortran = fortran.group(1).equals("True");
        shape = Arrays.stream(dimensions.group(1).split(","))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .mapToInt(this::length)
                .toArray();
        if (promised() > MOST_VALUES) {
            throw InvalidInputException.of(field, "have at most " + MOST_VALUES + " values", Arrays.toString(shape));
        }
    }

    /** Reads the header. */
    static NpyReader of(String field, InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        boolean isNpy = start.length == MAGIC.length + 2 && Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC);
        int version = isNpy ? start[MAGIC.length] : 0;
        int digits = version == 1 ? Short.BYTES : Integer.BYTES;
        long length = 0;
        for (int k = 0; isNpy && k < digits; k++) {
            length |= (long) Math.max(0, in.read()) << (Byte.SIZE * k);
        }
        byte[] header = isNpy && length <= LONGEST_HEADER ? in.readNBytes((int) length) : new byte[0];
        if (header.length == 0 || header.length < length) {
            throw InvalidInputException.because(field, field + " must be a file in NumPy's format .npy");
        }
        return new NpyReader(field, in, new String(header, StandardCharsets.ISO_8859_1));
    }

    private int length(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw InvalidInputException.of(field, "have fewer nodes", digits);
        }
    }

    /** The lengths of the axes, slowest first; not a copy. */
    int[] shape() {
        return shape;
    }

    /** How many values the header promises; a double, as it may be anything. */
    private double promised() {
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    /**
     * Reads the values.
     *
     * @param most how many bytes there can be
     * @throws InvalidInputException if the header promises more than that, or not what there is
     */
    NpyArray array(double most) throws IOException {
        double needed = promised() * width;
        if (needed > most) {
            throw unlike("less than that");
        }
        double[] values = new double[(int) promised()];
        for (int at = 0; at < values.length; at += BUFFER_VALUES) {
            int count = Math.min(BUFFER_VALUES, values.length - at);
            byte[] bytes = in.readNBytes(count * width);
            if (bytes.length < count * width) {
                throw unlike("less than that");
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
            for (int i = at; i < at + count; i++) {
                values[i] = next(buffer);
            }
        }
        if (in.read() >= 0) {
            throw unlike("more than that");
        }
        return new NpyArray(isFortran ? inRows(values) : values, shape);
    }

    private InvalidInputException unlike(String found) {
        return InvalidInputException.because(
                field,
                field + " must hold the values of its shape, " + Arrays.toString(shape) + ", and holds " + found);
    }

    private double next(ByteBuffer buffer) {
        if (kind == 'f') {
            return width == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
        }
        long value = switch (width) {
            case Byte.BYTES -> buffer.get();
            case Short.BYTES -> buffer.getShort();
            case Integer.BYTES -> buffer.getInt();
            default -> buffer.getLong();
        };
        if (kind == 'i' || value >= 0) {
            return value;
        }
        return value + Math.scalb(1.0, Byte.SIZE * width);
    }

    /** The values of an array whose first axis is the fastest, with the last axis the fastest. */
    private double[] inRows(double[] columns) {
        double[] rows = new double[columns.length];
        int[] at = new int[shape.length];
        for (double value : columns) {
            int row = 0;
            for (int k = 0; k < shape.length; k++) {
                row = row * shape[k] + at[k];
            }
            rows[row] = value;
            for (int k = 0; k < shape.length && ++at[k] == shape[k]; k++) {
                at[k] = 0;
            }
        }
        return rows;
    }
}
