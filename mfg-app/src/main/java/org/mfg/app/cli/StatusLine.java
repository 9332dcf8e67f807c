package org.mfg.app.cli;

import java.io.PrintWriter;

/**
 * Where a command tells how far it is: one line of a terminal, rewritten in place, or a line now and then where nobody watches, as in a log.
 */
public final class StatusLine {
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LOG_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long interval;
    private long lastShown;
    private int width;

    private StatusLine(PrintWriter out, boolean isTerminal, long interval, long lastShown) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.interval = interval;
        this.lastShown = lastShown;
    }

    /** A line of a terminal, rewritten ten times a second at most. */
    public static StatusLine ofTerminal(PrintWriter terminal) {
        return new StatusLine(terminal, true, TERMINAL_NANOS, System.nanoTime() - TERMINAL_NANOS);
    }

    /** Lines of a log, one in ten seconds; none of a command that takes less. */
    public static StatusLine ofLog(PrintWriter log) {
        return new StatusLine(log, false, LOG_NANOS, System.nanoTime());
    }

    /** Whether it is time for a new line. */
    synchronized boolean isDue() {
        return System.nanoTime() - lastShown >= interval;
    }

    /** Shows a line, whether it is time for one or not. */
    synchronized void show(String line) {
        lastShown = System.nanoTime();
        if (isTerminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Wipes the line of a terminal. */
    synchronized void clear() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }
}
