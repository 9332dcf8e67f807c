package org.mfg.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Names of files and folders among the arguments. */
final class FileName {
    /** What Java makes of a letter that the locale does not have. */
    private static final char UNMAPPED = '\ufffd';

    private FileName() {}

    /** The path that an argument names. */
    static Path of(ArgSpec argument) {
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return of(name, String.valueOf(argument.<String>getValue()));
    }

    /** The path that an option names, if it was given. */
    static Optional<Path> given(OptionSpec option) {
        return RunOptions.given(option) == null ? Optional.empty() : Optional.of(of(option));
    }

    /**
     * The path that a text names.
     *
     * @param field the argument, to name it in errors
     * @throws InvalidInputException if it is empty, which Java takes for the current folder, or no path at all
     */
    static Path of(String field, String text) {
        if (text.isBlank()) {
            throw InvalidInputException.because(field, field + " must not be empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            String hint =
                    text.indexOf(UNMAPPED) < 0 ? "" : ": the locale has not all of its letters, LC_ALL=C.UTF-8 has";
            throw InvalidInputException.of(field, "be the name of a file", "'" + text + "'" + hint);
        }
    }

    /** Whether there is a file of that name. */
    static boolean isFile(@Nullable String text) {
        try {
            return text != null && Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
