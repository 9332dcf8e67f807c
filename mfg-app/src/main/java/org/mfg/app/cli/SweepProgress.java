package org.mfg.app.cli;

import org.jspecify.annotations.Nullable;
import org.mfg.app.sweep.Sweep;

/** Shows how far a sweep is in one line of a terminal, rewritten in place: a bar, counts and the time left. */
final class SweepProgress implements Sweep.Listener {
    private static final int BAR = 30;

    private final @Nullable StatusLine status;
    private final int total;
    private final int before;
    private final long start = System.nanoTime();
    private int done;
    private int notConverged;

    /**
     * @param status where to show it; null for nowhere
     * @param total the runs of the sweep
     * @param before those that were done before
     */
    SweepProgress(@Nullable StatusLine status, int total, int before) {
        this.status = status;
        this.total = total;
        this.before = before;
        done = before;
    }

    @Override
    public synchronized void onRun(boolean isConverged) {
        done++;
        notConverged += isConverged ? 0 : 1;
        if (status != null && status.isDue()) {
            status.show(line((System.nanoTime() - start) * 1e-9));
        }
    }

    private String line(double seconds) {
        int filled = (int) ((long) BAR * done / total);
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        String failures = notConverged == 0 ? "" : "  " + notConverged + " without equilibrium";
        double left = seconds / (done - before) * (total - done);
        return "[" + bar + "] " + done + " of " + total + " runs" + failures + "  " + Seconds.inWords(seconds) + ", "
                + Seconds.inWords(left) + " left";
    }

    /** Wipes the line. */
    synchronized void clear() {
        if (status != null) {
            status.clear();
        }
    }
}
