package org.mfg.output.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a file, in the words of somebody who does not know Java's exceptions. */
public final class FileTrouble {
    private FileTrouble() {}

    /** The reason why a file cannot be read, without its name. */
    public static String ofReading(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : inWords(e);
    }

    /** The reason, without the name of the file. */
    public static String inWords(IOException e) {
        if (e instanceof CharacterCodingException) {
            return "it is not a text in UTF-8";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "nothing can be made there, or there is no such file";
        }
        @Nullable String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? "it cannot be read or written" : reason;
    }
}
