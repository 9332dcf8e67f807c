package org.mfg.output.figure;

/**
 * A smooth line through points that goes up and down only where they do: cubic between neighbours, with slopes that are weighted harmonic means of those beside
 * (Fritsch and Butland 1984). No abscissa may be there twice.
 */
final class MonotoneCubic {
    private static final int PIECES = 16;

    private MonotoneCubic() {}

    /** The abscissae: the points' own, and even ones between. */
    static double[] places(double[] x) {
        double[] places = new double[(x.length - 1) * PIECES + 1];
        for (int j = 0; j < places.length - 1; j++) {
            int k = j / PIECES;
            double part = (double) (j % PIECES) / PIECES;
            places[j] = x[k] + part * (x[k + 1] - x[k]);
        }
        places[places.length - 1] = x[x.length - 1];
        return places;
    }

    /** The values at {@link #places}. */
    static double[] values(double[] x, double[] y) {
        double[] slopes = slopes(x, y);
        double[] values = new double[(x.length - 1) * PIECES + 1];
        for (int j = 0; j < values.length - 1; j++) {
            int k = j / PIECES;
            double s = (double) (j % PIECES) / PIECES;
            double h = x[k + 1] - x[k];
            double rest = 1 - s;
            values[j] = rest * rest * ((1 + 2 * s) * y[k] + s * h * slopes[k])
                    + s * s * ((3 - 2 * s) * y[k + 1] - rest * h * slopes[k + 1]);
        }
        values[values.length - 1] = y[y.length - 1];
        return values;
    }

    private static double[] slopes(double[] x, double[] y) {
        int n = x.length;
        double[] slopes = new double[n];
        if (n == 1) {
            return slopes;
        }
        slopes[0] = chord(x, y, 0);
        slopes[n - 1] = chord(x, y, n - 2);
        for (int k = 1; k < n - 1; k++) {
            double before = chord(x, y, k - 1);
            double after = chord(x, y, k);
            double left = 2 * (x[k + 1] - x[k]) + x[k] - x[k - 1];
            double right = x[k + 1] - x[k] + 2 * (x[k] - x[k - 1]);
            slopes[k] = before * after > 0 ? (left + right) / (left / before + right / after) : 0;
        }
        if (n > 2) {
            slopes[0] = end(slopes[0], slopes[1]);
            slopes[n - 1] = end(slopes[n - 1], slopes[n - 2]);
        }
        return slopes;
    }

    private static double chord(double[] x, double[] y, int k) {
        return (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
    }

    /** That of the parabola through two points with the slope at the inner one, but for one that turns back. */
    private static double end(double chord, double inner) {
        double slope = 2 * chord - inner;
        return slope * chord > 0 ? slope : 0;
    }
}
