package org.mfg.solvers.krylov;

import java.util.ArrayList;
import java.util.List;

/** In double precision. */
final class DoubleVectors implements Vectors {
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
        for (int l = 0; l < k; l++) {
            subtract(v, c[l], vectors.get(l), from, to);
        }
    }

    private static void subtract(double[] v, double factor, double[] w, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] -= factor * w[i];
        }
    }
}
