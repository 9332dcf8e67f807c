package org.mfg.app.yaml;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Mask;

/** Reads a mask from an array in NumPy's format: of booleans, whole numbers or floating-point numbers, in C order. */
final class NpyMask {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr': *'([|<=])([biuf])(\\d)'");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

    private NpyMask() {}

    static Mask read(byte[] bytes, List<Axis> axes) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String header = header(data);
        Matcher type = TYPE.matcher(header);
        Matcher dimensions = SHAPE.matcher(header);
        if (!type.find() || !dimensions.find() || header.contains("'fortran_order': True")) {
            throw InvalidInputException.because(
                    "mask", "mask must be an array of little-endian numbers or booleans in C order");
        }
        int[] shape = Arrays.stream(dimensions.group(1).split(","))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .mapToInt(NpyMask::count)
                .toArray();
        int width = Integer.parseInt(type.group(3));
        boolean isReal = type.group(2).equals("f");
        if (isReal && width != Float.BYTES && width != Double.BYTES) {
            throw InvalidInputException.of("mask", "be of float32 or float64 where it is not of whole numbers", width);
        }
        boolean[] inside = new boolean[data.remaining() / Math.max(1, width)];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = isReal ? real(data, width) != 0 : isNotZero(data, width);
        }
        return new Mask(axes, shape, inside);
    }

    /** The header's text; the data follow it. */
    private static String header(ByteBuffer data) {
        byte[] magic = new byte[Math.min(MAGIC.length, data.remaining())];
        data.get(magic);
        int version = data.remaining() > 6 && Arrays.equals(magic, MAGIC) ? data.getShort() & 0xff : 0;
        int length = version == 0 ? -1 : version == 1 ? data.getShort() & 0xffff : data.getInt();
        if (length < 0 || length > data.remaining()) {
            throw InvalidInputException.because("mask", "mask must be a file in NumPy's format .npy");
        }
        byte[] text = new byte[length];
        data.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static int count(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw InvalidInputException.of("mask", "have fewer nodes", digits);
        }
    }

    private static double real(ByteBuffer data, int width) {
        return width == Float.BYTES ? data.getFloat() : data.getDouble();
    }

    private static boolean isNotZero(ByteBuffer data, int width) {
        boolean any = false;
        for (int b = 0; b < width; b++) {
            any |= data.get() != 0;
        }
        return any;
    }
}
