package org.mfg.solvers.krylov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.solvers.parallel.Workers;

/**
 * Orthonormal vectors, allocated when first needed and kept. A new vector is made orthogonal to all before it at once, chunk by chunk
 * of the vectors, since what limits this is the traffic from memory: Gram-Schmidt in its classical form, repeated where
 * cancellation asks for it ("twice is enough", Giraud, Langou, Rozložník and van den Eshof 2005).
 *
 * <p>The chunks are the same, and their sums are added in the same order, whatever the number of threads.
 */
final class KrylovBasis {
    private static final int CHUNK = 4096;
    /** Below this share of its length left, a vector is made orthogonal again. */
    private static final double CANCELLATION = 0.1;

    private static final int MOST_PASSES = 3;

    private final Workers workers;
    private final List<double[]> vectors = new ArrayList<>();
    private double[] partial = new double[0];

    KrylovBasis(Workers workers) {
        this.workers = workers;
    }

    /** Vector k, of length n. */
    double[] vector(int k, int n) {
        if (!vectors.isEmpty() && vectors.get(0).length != n) {
            vectors.clear();
        }
        while (vectors.size() <= k) {
            vectors.add(new double[n]);
        }
        return vectors.get(k);
    }

    /**
     * Makes vector k orthogonal to those before it and normalises it.
     *
     * @param h receives its components along those, and in entry k the length of what is left
     */
    void orthonormalize(int k, double[] h) {
        double[] v = vectors.get(k);
        double[] change = new double[k + 1];
        Arrays.fill(h, 0, k + 1, 0);
        double before = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < MOST_PASSES && (pass == 0 || h[k] < CANCELLATION * before); pass++) {
            products(v, k, change);
            before = Math.sqrt(change[k]);
            h[k] = subtract(v, k, change);
            for (int i = 0; i < k; i++) {
                h[i] += change[i];
            }
        }
        if (h[k] > 0) {
            scale(v, 1 / h[k]);
        }
    }

    /** x ← x + Σ_{i < k} c_i v_i. */
    void addCombination(double[] x, int k, double[] c) {
        double[] minus = new double[k];
        for (int i = 0; i < k; i++) {
            minus[i] = -c[i];
        }
        subtract(x, k, minus);
    }

    /** Writes ⟨v, v_i⟩ for i < k, and ⟨v, v⟩ as entry k. */
    private void products(double[] v, int k, double[] out) {
        int chunks = chunks(v);
        reserve(chunks * (k + 1));
        workers.run(chunks, (thread, chunk) -> {
            int from = chunk * CHUNK;
            int to = Math.min(v.length, from + CHUNK);
            for (int i = 0; i <= k; i++) {
                partial[chunk * (k + 1) + i] = dot(v, i < k ? vectors.get(i) : v, from, to);
            }
        });
        Arrays.fill(out, 0, k + 1, 0);
        for (int chunk = 0; chunk < chunks; chunk++) {
            for (int i = 0; i <= k; i++) {
                out[i] += partial[chunk * (k + 1) + i];
            }
        }
    }

    /** Subtracts Σ_{i < k} c_i v_i from v and returns the length of the result. */
    private double subtract(double[] v, int k, double[] c) {
        int chunks = chunks(v);
        reserve(chunks);
        workers.run(chunks, (thread, chunk) -> {
            int from = chunk * CHUNK;
            int to = Math.min(v.length, from + CHUNK);
            for (int i = 0; i < k; i++) {
                subtract(v, c[i], vectors.get(i), from, to);
            }
            partial[chunk] = dot(v, v, from, to);
        });
        double sum = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            sum += partial[chunk];
        }
        return Math.sqrt(sum);
    }

    /** The length of a vector. */
    double norm(double[] v) {
        return subtract(v, 0, v);
    }

    /** v ← factor v. */
    void scale(double[] v, double factor) {
        workers.run(chunks(v), (thread, chunk) -> {
            int to = Math.min(v.length, (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < to; i++) {
                v[i] *= factor;
            }
        });
    }

    private static int chunks(double[] v) {
        return (v.length + CHUNK - 1) / CHUNK;
    }

    private void reserve(int size) {
        if (partial.length < size) {
            partial = new double[size];
        }
    }

    private static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void subtract(double[] v, double factor, double[] w, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] -= factor * w[i];
        }
    }
}
