package org.mfg.solvers.picard;

/**
 * Tells a swinging iteration from a slow one by its changes d_k = m_k - b_k: in a window of {@value #WINDOW} iterations, a swinging
 * one has changes most of which point against the one before, and which are no shorter in the second half than in the
 * first. A slow one has changes that shrink or keep their direction.
 */
final class Oscillation {
    private static final int WINDOW = 20;
    private static final int MOST = 14;

    private final double[] previous;
    private double firstHalf;
    private double secondHalf;
    private int reversals;
    private int seen;

    Oscillation(int size) {
        previous = new double[size];
    }

    /** Takes in the change m - b of one iteration; true at the end of a window in which it swings. */
    boolean isSeenIn(double[] m, double[] b) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < previous.length; i++) {
            double d = m[i] - b[i];
            product += d * previous[i];
            square += d * d;
            previous[i] = d;
        }
        if (product < 0) {
            reversals++;
        }
        if (seen < WINDOW / 2) {
            firstHalf += Math.sqrt(square);
        } else {
            secondHalf += Math.sqrt(square);
        }
        seen++;
        if (seen < WINDOW) {
            return false;
        }
        boolean swings = reversals >= MOST && secondHalf >= firstHalf;
        firstHalf = 0;
        secondHalf = 0;
        reversals = 0;
        seen = 0;
        return swings;
    }
}
