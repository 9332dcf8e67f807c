package org.mfg.app.published;

/**
 * The limit of a number that is known at several sizes of a small parameter h, where it is a power series in h^p: the polynomial in h^p through all of them at 0, by
 * Neville's scheme (L. F. Richardson 1911, E. H. Neville 1934).
 */
final class Extrapolation {
    private Extrapolation() {}

    /** A number at a size. */
    @FunctionalInterface
    interface Sized {
        double[] at(double size) throws UnsolvedException;
    }

    /** The limits of numbers at sizes that fall. */
    static double[] limits(int power, double[] sizes, Sized numbers) throws UnsolvedException {
        double[][] table = new double[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            table[i] = numbers.at(sizes[i]);
            for (int j = i - 1; j >= 0; j--) {
                double ratio = Math.pow(sizes[j] / sizes[i], power) - 1;
                for (int k = 0; k < table[i].length; k++) {
                    table[j][k] = table[j + 1][k] + (table[j + 1][k] - table[j][k]) / ratio;
                }
            }
        }
        return table[0];
    }
}
