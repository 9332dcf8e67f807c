package org.mfg.app.cli;

import java.io.Console;
import java.io.PrintWriter;

/** Finds out whether somebody watches. */
public final class Terminal {
    private Terminal() {}

    /** A line of the terminal to tell how far a command is; lines among the complaints where there is none: in a pipe, in a batch job. */
    @SuppressWarnings("SystemConsoleNull") // Null on Java 17 to 21; later ones are asked below.
    public static StatusLine find(PrintWriter complaints) {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM")) || !isTerminal(console)) {
            return StatusLine.ofLog(complaints);
        }
        return StatusLine.ofTerminal(console.writer());
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
