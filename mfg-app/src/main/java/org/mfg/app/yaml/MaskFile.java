package org.mfg.app.yaml;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Mask;
import org.mfg.api.spi.Decimal;
import org.mfg.output.npz.NpyArray;

/**
 * Reads a mask from a file. A picture (.png and the like) is as it is seen: the first axis to the right, the second one up;
 * dark pixels are inside. An array (.npy, or .csv and .txt with a row on each line) is as in {@code solution.npz}: a row for each
 * node of the first axis; what is not 0 is inside.
 */
final class MaskFile {
    private static final int MAX_BYTES = 1 << 26;
    private static final int DARK = 128;
    private static final int MOST_PIXELS = 1 << 26;

    private final Value value;
    private final List<Axis> axes;

    private MaskFile(Value value, List<Axis> axes) {
        this.value = value;
        this.axes = axes;
    }

    static Mask read(Value value, List<Axis> axes) {
        return new MaskFile(value, axes).mask();
    }

    private Mask mask() {
        Path path = value.path();
        byte[] bytes = bytes(path);
        String name = path.toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".npy")) {
                NpyArray array = NpyArray.read("mask", bytes);
                return mask(array.shape(), array.values());
            }
            return name.endsWith(".csv") || name.endsWith(".txt") ? ofText(bytes) : ofPicture(bytes);
        } catch (InvalidInputException e) {
            throw e.at(value.place());
        }
    }

    private byte[] bytes(Path path) {
        if (!Files.isRegularFile(path)) {
            throw value.mustBe("be a file that exists");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw value.mustBe("be a file of at most " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw value.mustBe("be a file that can be read (" + e.getMessage() + ")");
        }
    }

    private Mask ofText(byte[] bytes) {
        List<String[]> rows = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("[,;\\s]+"))
                .toList();
        int columns = rows.isEmpty() ? 0 : rows.get(0).length;
        double[] inside = new double[rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != columns) {
                throw InvalidInputException.of(
                        "mask", "have rows of the same length", columns + " and " + rows.get(i).length);
            }
            for (int j = 0; j < columns; j++) {
                inside[i * columns + j] = number(rows.get(i)[j]);
            }
        }
        int[] shape = axes.size() == 1 ? new int[] {inside.length} : new int[] {rows.size(), columns};
        return mask(shape, inside);
    }

    /** What is not 0 is inside; a NaN is neither. */
    private Mask mask(int[] shape, double[] values) {
        boolean[] inside = new boolean[values.length];
        for (int i = 0; i < inside.length; i++) {
            if (Double.isNaN(values[i])) {
                throw InvalidInputException.of("mask", "have numbers, 0 for free and 1 for wall", "NaN at number " + i);
            }
            inside[i] = values[i] != 0;
        }
        return new Mask(axes, shape, inside);
    }

    private static double number(String entry) {
        try {
            return Decimal.parse(entry);
        } catch (NumberFormatException e) {
            throw InvalidInputException.of("mask", "have numbers, 0 for free and 1 for wall", "'" + entry + "'");
        }
    }

    private Mask ofPicture(byte[] bytes) {
        BufferedImage picture = picture(bytes);
        if (picture == null) {
            throw value.mustBe("be a picture such as .png, or an array: .npy, .csv or .txt");
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean[] inside = new boolean[width * height];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < height; j++) {
                inside[i * height + j] = isDark(picture.getRGB(i, height - 1 - j));
            }
        }
        return new Mask(axes, new int[] {width, height}, inside);
    }

    private static @Nullable BufferedImage picture(byte[] bytes) {
        try {
            if (!isSmall(bytes)) {
                throw InvalidInputException.of(
                        "mask", "be a picture of at most " + MOST_PIXELS + " pixels", bytes.length + " bytes of more");
            }
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            return null;
        }
    }

    /** A picture of little bytes may unfold to gigabytes: looks at its size first. */
    private static boolean isSmall(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return true;
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            boolean isSmall = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            reader.dispose();
            return isSmall;
        }
    }

    private static boolean isDark(int argb) {
        int alpha = argb >>> 24;
        int[] colors = {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff};
        return alpha >= DARK && Arrays.stream(colors).sum() < 3 * DARK;
    }
}
