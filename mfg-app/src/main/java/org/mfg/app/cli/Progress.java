package org.mfg.app.cli;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.study.Study;

/**
 * Tells how far a solve is, on which grid and for how long, also while an iteration takes its time; and passes on the wish to stop.
 */
final class Progress implements Monitor, AutoCloseable {
    private static final int TICK_MILLIS = 1000;
    private static final String TOLERANCE = "tolerance";

    private final @Nullable StatusLine status;
    private final AtomicBoolean cancelled;
    private final @Nullable Timer clock;
    private final long start = System.nanoTime();
    private Forecast forecast = new Forecast(0);
    private int size;
    private String last = "";
    private String prices = "";
    private String stationary = "";

    /**
     * @param status where to show it; null for nowhere
     * @param cancelled becomes true when the user wants to stop
     */
    Progress(@Nullable StatusLine status, AtomicBoolean cancelled) {
        this.status = status;
        this.cancelled = cancelled;
        clock = status == null ? null : new Timer("progress", true);
        if (clock != null) {
            TimerTask task = new TimerTask() {
                @Override
                public void run() {
                    tick();
                }
            };
            clock.schedule(task, TICK_MILLIS, TICK_MILLIS);
        }
    }

    /** Says what is to be reached, so that it can be told how long that may take. */
    synchronized void aimAt(Study study) {
        size = study.discreteGame().size();
        Object tolerance = study.solverParameters().asMap().get(TOLERANCE);
        forecast = new Forecast(tolerance instanceof Double t ? t : 0);
    }

    /** Says that stationary games are solved on the way to something else: what they are, such as a steady state. */
    synchronized void callStationary(String name) {
        stationary = name + ": ";
    }

    @Override
    public synchronized void onIterate(DiscreteGame game, Iteration i, double[] u, double[] m) {
        if (game.size() == size) {
            forecast.add(i.residual(), seconds());
        }
        if (status != null) {
            String step = i.index() == 0 ? "" : "iteration " + i.index() + ", ";
            last = (game.game().isStationary() ? stationary : "")
                    + String.format(
                            Locale.ROOT, "%s: %sresidual %.1e, %d sweeps", grid(game), step, i.residual(), i.sweeps());
            tick();
        }
    }

    @Override
    public synchronized void onPrices(int tries, double largestExcess) {
        if (status != null) {
            prices = String.format(Locale.ROOT, "price path %d, excess %.1e at most", tries, largestExcess);
            last = "";
            tick();
        }
    }

    /** Says what is being done after a search. */
    synchronized void doing(String what) {
        prices = what;
        last = "";
        tick();
    }

    private static String grid(DiscreteGame game) {
        String nodes = IntStream.range(0, game.grid().dimension())
                .mapToObj(k -> Integer.toString(game.grid().nodes(k)))
                .collect(Collectors.joining(" x "));
        return nodes + " nodes"
                + (game.game().isStationary() ? "" : ", " + game.time().steps() + " steps");
    }

    private synchronized void tick() {
        String line = prices + (prices.isEmpty() || last.isEmpty() ? "" : ": ") + last;
        if (status != null && !line.isEmpty() && status.isDue()) {
            double now = seconds();
            String left = forecast.secondsLeft(now).isPresent()
                    ? ", about " + Seconds.inWords(forecast.secondsLeft(now).getAsDouble()) + " left"
                    : "";
            status.show(line + ", " + Seconds.inWords(now) + left);
        }
    }

    private double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    /** Ends the telling, and wipes the line. */
    synchronized void clear() {
        last = "";
        prices = "";
        if (status != null) {
            status.clear();
        }
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.cancel();
        }
    }
}
