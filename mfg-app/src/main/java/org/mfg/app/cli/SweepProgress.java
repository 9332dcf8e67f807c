package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mfg.app.sweep.Sweep;

/** Shows how far a sweep is in one line of a terminal, rewritten in place: a bar, counts and the time left. */
final class SweepProgress implements Sweep.Listener {
    private static final long INTERVAL_NANOS = 100_000_000;
    private static final int BAR = 30;

    private final @Nullable PrintWriter terminal;
    private final int total;
    private final int before;
    private final long start = System.nanoTime();
    private long lastShown = start - INTERVAL_NANOS;
    private int done;
    private int notConverged;
    private int width;

    /**
     * @param terminal where to show it; null for nowhere
     * @param total the runs of the sweep
     * @param before those that were done before
     */
    SweepProgress(@Nullable PrintWriter terminal, int total, int before) {
        this.terminal = terminal;
        this.total = total;
        this.before = before;
        done = before;
    }

    @Override
    public synchronized void onRun(boolean isConverged) {
        done++;
        notConverged += isConverged ? 0 : 1;
        long now = System.nanoTime();
        if (terminal == null || now - lastShown < INTERVAL_NANOS) {
            return;
        }
        lastShown = now;
        String line = line((now - start) * 1e-9);
        terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.flush();
        width = line.length();
    }

    private String line(double seconds) {
        int filled = (int) ((long) BAR * done / total);
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        String failures = notConverged == 0 ? "" : "  " + notConverged + " without equilibrium";
        double left = seconds / (done - before) * (total - done);
        return "[" + bar + "] " + done + " of " + total + " runs" + failures + "  " + time(seconds) + ", " + time(left)
                + " left";
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d h", s / 3600, s % 3600 / 60);
    }

    /** Wipes the line. */
    synchronized void clear() {
        if (terminal != null && width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
        }
    }
}
