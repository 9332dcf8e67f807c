package org.mfg.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Finds out whether somebody watches. */
public final class Terminal {
    private Terminal() {}

    /** A writer to the terminal, or null where there is none: in a pipe, in a batch job. */
    @SuppressWarnings("SystemConsoleNull") // Null on Java 17 to 21; later ones are asked below.
    public static @Nullable PrintWriter find() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM")) || !isTerminal(console)) {
            return null;
        }
        return console.writer();
    }

    /** From Java 22 on a console may be a pipe, and a method that Java 17 lacks tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
