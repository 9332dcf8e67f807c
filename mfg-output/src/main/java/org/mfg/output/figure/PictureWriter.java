package org.mfg.output.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.mfg.output.file.AtomicFile;

/** Turns pictures into PNG and SVG files of a folder. */
final class PictureWriter {
    /** 1600 pixels across. */
    private static final double PIXELS_PER_UNIT = 2.5;

    /** So that programs place the figure 8 cm wide, a column of a paper: 508 pixels to the inch. */
    private static final int PIXELS_PER_METRE = 20_000;

    private final Path folder;

    PictureWriter(Path folder) {
        this.folder = folder;
    }

    /** Writes stem.png and stem.svg and returns their paths. */
    List<Path> write(String stem, Picture picture) {
        byte[] png = Png.encode(RasterCanvas.paint(picture, PIXELS_PER_UNIT), PIXELS_PER_METRE);
        byte[] svg = SvgCanvas.paint(picture).getBytes(StandardCharsets.UTF_8);
        try {
            return List.of(write(stem + ".png", png), write(stem + ".svg", svg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file, all of it or nothing. */
    Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        AtomicFile.write(file, out -> out.write(content));
        return file;
    }
}
