package org.mfg.app.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A game file as a summary keeps it.
 *
 * @param text what is in it
 * @param folder where it was, from where it names files of data
 */
public record GameText(String text, Path folder) {

    /** Reads the file. */
    public static GameText read(Path file) throws IOException {
        return new GameText(
                Files.readString(file, StandardCharsets.UTF_8),
                file.toAbsolutePath().resolveSibling(""));
    }
}
