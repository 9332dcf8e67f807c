package org.mfg.solvers.finitedifferences;

/** The root of a rising function on an interval, by Newton's method with bisection where it leaves what is known of the root. */
abstract class RisingRoot {
    private static final int MOST = 200;
    private static final double PRECISION = 2 * Math.ulp(1.0);
    /** A Newton step of this relative length leaves an error of its square, or nearly: it is the last one. */
    private static final double LAST_STEP = 1e-11;

    /** The function at a point. */
    abstract double value(double at);

    /** Its slope at the point last asked for, or about so: it decides on speed only. */
    abstract double slope();

    /**
     * The root, or the end of the interval nearest to it.
     *
     * @param guess where to begin, in the interval
     */
    final double find(double lower, double upper, double guess) {
        double low = lower;
        double high = upper;
        double at = guess;
        for (int k = 0; k < MOST && high - low > PRECISION * Math.max(Math.abs(low), Math.abs(high)); k++) {
            double value = value(at);
            if (value == 0) {
                return at;
            }
            if (value < 0) {
                low = at;
            } else {
                high = at;
            }
            double next = at - value / slope();
            boolean isInside = next > low && next < high;
            if (isInside && Math.abs(next - at) <= LAST_STEP * Math.abs(next)) {
                return next;
            }
            at = isInside ? next : 0.5 * (low + high);
        }
        return at;
    }
}
