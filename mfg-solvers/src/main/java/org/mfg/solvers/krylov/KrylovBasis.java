package org.mfg.solvers.krylov;

import java.util.Arrays;
import org.mfg.solvers.parallel.Workers;

/**
 * Orthonormal vectors, allocated when first needed and kept. A new vector is made orthogonal to all before it at once, chunk by chunk
 * of the vectors, since what limits this is the traffic from memory: Gram-Schmidt in its classical form, repeated where
 * cancellation asks for it ("twice is enough", Giraud, Langou, Rozložník and van den Eshof 2005).
 *
 * <p>The chunks are the same, and their sums are added in the same order, whatever the number of threads.
 */
class KrylovBasis {
    private static final int CHUNK = 4096;
    /** Below this share of its length left, a vector is made orthogonal again. */
    private static final double CANCELLATION = 0.1;

    private static final int MOST_PASSES = 3;

    private final Workers workers;
    private final Vectors vectors;
    private double[] partial = new double[0];

    KrylovBasis(Workers workers, Vectors vectors) {
        this.workers = workers;
        this.vectors = vectors;
    }

    /** Keeps v times a factor as vector k, of which there are k at least; v becomes what is kept. */
    void keep(int k, double[] v, double factor) {
        vectors.reserve(k, v.length);
        workers.run(chunks(v), (thread, chunk) -> vectors.keep(k, v, factor, begin(chunk), end(chunk, v)));
    }

    /**
     * Makes v orthogonal to the first k vectors, normalises it, and keeps it as vector k.
     *
     * @param h receives its components along those, and in entry k the length of what is left
     */
    void orthonormalize(int k, double[] v, double[] h) {
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
        keep(k, v, h[k] > 0 ? 1 / h[k] : 1);
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
            int from = begin(chunk);
            int to = end(chunk, v);
            vectors.products(v, k, from, to, partial, chunk * (k + 1));
            partial[chunk * (k + 1) + k] = Vectors.dot(v, v, from, to);
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
            int from = begin(chunk);
            int to = end(chunk, v);
            vectors.subtract(v, k, c, from, to);
            partial[chunk] = Vectors.dot(v, v, from, to);
        });
        double sum = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            sum += partial[chunk];
        }
        return Math.sqrt(sum);
    }

    /** v ← v - Σ_{i < k} c_i v_i. */
    final void subtractCombination(double[] v, int k, double[] c) {
        workers.run(chunks(v), (thread, chunk) -> vectors.subtract(v, k, c, begin(chunk), end(chunk, v)));
    }

    /** The length of a vector. */
    double norm(double[] v) {
        return subtract(v, 0, v);
    }

    private static int chunks(double[] v) {
        return (v.length + CHUNK - 1) / CHUNK;
    }

    private static int begin(int chunk) {
        return chunk * CHUNK;
    }

    private static int end(int chunk, double[] v) {
        return Math.min(v.length, (chunk + 1) * CHUNK);
    }

    private void reserve(int size) {
        if (partial.length < size) {
            partial = new double[size];
        }
    }
}
