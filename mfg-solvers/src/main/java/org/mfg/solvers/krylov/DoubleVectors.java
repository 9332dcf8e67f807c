package org.mfg.solvers.krylov;

import java.util.ArrayList;
import java.util.List;

/** In double precision. Four at a time are subtracted, so that v is read and written once for all of them. */
final class DoubleVectors implements Vectors {
    private static final int TOGETHER = 4;

    private final List<double[]> vectors = new ArrayList<>();

    @Override
    public void reserve(int k, int length) {
        if (!vectors.isEmpty() && vectors.get(0).length != length) {
            vectors.clear();
        }
        if (vectors.size() == k) {
            vectors.add(new double[length]);
        }
    }

    @Override
    public void keep(int k, double[] v, double factor, int from, int to) {
        double[] kept = vectors.get(k);
        for (int i = from; i < to; i++) {
            v[i] *= factor;
            kept[i] = v[i];
        }
    }

    @Override
    public void products(double[] v, int k, int from, int to, double[] out, int outAt) {
        for (int l = 0; l < k; l++) {
            out[outAt + l] = Vectors.dot(v, vectors.get(l), from, to);
        }
    }

    @Override
    public void subtract(double[] v, int k, double[] c, int from, int to) {
        int l = 0;
        for (; l + TOGETHER <= k; l += TOGETHER) {
            subtractFour(v, l, c[l], c[l + 1], c[l + 2], c[l + 3], from, to);
        }
        for (; l < k; l++) {
            subtract(v, c[l], vectors.get(l), from, to);
        }
    }

    private void subtractFour(double[] v, int first, double c0, double c1, double c2, double c3, int from, int to) {
        double[] a = vectors.get(first);
        double[] b = vectors.get(first + 1);
        double[] c = vectors.get(first + 2);
        double[] d = vectors.get(first + 3);
        for (int i = from; i < to; i++) {
            v[i] = v[i] - c0 * a[i] - c1 * b[i] - c2 * c[i] - c3 * d[i];
        }
    }

    private static void subtract(double[] v, double factor, double[] w, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] -= factor * w[i];
        }
    }
}
