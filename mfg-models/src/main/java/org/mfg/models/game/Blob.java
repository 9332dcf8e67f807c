package org.mfg.models.game;

/** Functions of the distance to a point. */
final class Blob {
    private Blob() {}

    /** |x - center|², for a center with the same coordinate on every axis. */
    static double distanceSquared(double[] x, double center) {
        double sum = 0;
        for (double xk : x) {
            sum += (xk - center) * (xk - center);
        }
        return sum;
    }

    /** |x - (a, b)|² in the plane. */
    static double distanceSquared(double[] x, double a, double b) {
        return (x[0] - a) * (x[0] - a) + (x[1] - b) * (x[1] - b);
    }
}
