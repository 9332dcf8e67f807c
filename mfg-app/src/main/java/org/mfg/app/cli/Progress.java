package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;

/** Shows the running iteration in one line of a terminal, rewritten in place, and passes on the wish to stop. */
final class Progress implements Monitor {
    private static final long INTERVAL_NANOS = 100_000_000;

    private final @Nullable PrintWriter terminal;
    private final AtomicBoolean cancelled;
    private long lastShown = System.nanoTime() - INTERVAL_NANOS;
    private int width;

    /**
     * @param terminal where to show it; null for nowhere
     * @param cancelled becomes true when the user wants to stop
     */
    Progress(@Nullable PrintWriter terminal, AtomicBoolean cancelled) {
        this.terminal = terminal;
        this.cancelled = cancelled;
    }

    @Override
    public void onIteration(Iteration i) {
        if (terminal == null || System.nanoTime() - lastShown < INTERVAL_NANOS) {
            return;
        }
        lastShown = System.nanoTime();
        String line = String.format(
                Locale.ROOT,
                "iteration %d  residuals HJB %.1e FP %.1e  %s%.1f s",
                i.index(),
                i.hjbResidual(),
                i.fpResidual(),
                // Not every iteration measures it.
                Double.isNaN(i.exploitability())
                        ? ""
                        : String.format(Locale.ROOT, "exploitability %.1e  ", i.exploitability()),
                i.seconds());
        terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.flush();
        width = line.length();
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    /** Wipes the line. */
    void clear() {
        if (terminal != null && width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
        }
    }
}
