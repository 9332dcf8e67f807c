package org.mfg.app.cli;

import java.util.OptionalDouble;

/**
 * How long a residual takes to fall to a tolerance if it goes on as in the last iterations. No forecast where it did not fall clearly, or before there were
 * enough of them. Newton's method is faster in the end than it was, so that the forecast is too long rather than too short.
 */
final class Forecast {
    /** The iterations that are looked at. */
    private static final int LAST = 4;
    /** What falls by less an iteration may not arrive at all. */
    private static final double SLOWEST = 0.98;

    private final double tolerance;
    private final double[] residuals = new double[LAST];
    private final double[] times = new double[LAST];
    private int count;

    Forecast(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Tells the residual after an iteration, and when that was, in seconds. */
    void add(double residual, double seconds) {
        residuals[count % LAST] = residual;
        times[count % LAST] = seconds;
        count++;
    }

    /** The seconds left from now on. */
    OptionalDouble secondsLeft(double now) {
        if (count < LAST || tolerance <= 0) {
            return OptionalDouble.empty();
        }
        int last = (count - 1) % LAST;
        int first = count % LAST;
        for (int k = first; k != last; k = (k + 1) % LAST) {
            if (!(residuals[(k + 1) % LAST] < SLOWEST * residuals[k])) {
                return OptionalDouble.empty();
            }
        }
        double rate = Math.log(residuals[last] / residuals[first]) / (LAST - 1);
        double iterations = Math.log(tolerance / residuals[last]) / rate;
        double perIteration = (times[last] - times[first]) / (LAST - 1);
        double left = iterations * perIteration - (now - times[last]);
        return left > 0 ? OptionalDouble.of(left) : OptionalDouble.empty();
    }
}
