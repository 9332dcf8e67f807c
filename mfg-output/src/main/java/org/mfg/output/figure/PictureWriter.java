package org.mfg.output.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mfg.output.file.AtomicFile;

/** Writes pictures into a folder, in the formats of their style. */
final class PictureWriter {
    /** 1600 pixels across in the house's style; programs place the figure as wide as it is meant: 508 pixels to the inch. */
    private static final int PIXELS_PER_METRE = 20_000;

    private final Path folder;

    PictureWriter(Path folder) {
        this.folder = folder;
    }

    /** Writes stem.png, stem.svg and stem.pdf, as far as wanted, and returns their paths. */
    List<Path> write(String stem, Picture picture) {
        return Arrays.stream(Style.Format.values())
                .filter(picture.style().formats()::contains)
                .map(format -> write(stem + ending(format), content(format, picture)))
                .toList();
    }

    /** How the names of files end. */
    static String ending(Style.Format format) {
        return "." + format.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] content(Style.Format format, Picture picture) {
        return switch (format) {
            case PNG ->
                Png.encode(
                        RasterCanvas.paint(
                                picture,
                                PIXELS_PER_METRE * 1e-2 * picture.style().unit()),
                        PIXELS_PER_METRE);
            case SVG -> SvgCanvas.paint(picture).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfCanvas.paint(picture);
        };
    }

    /** Writes a file, all of it or nothing. */
    Path write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            AtomicFile.write(file, out -> out.write(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
