package org.mfg.solvers.krylov;

/** Vectors of one length, allocated when first kept, in one precision or another; sums and differences are in double precision. */
interface Vectors {

    /** Makes room for vector k of a length, those before it being there; vectors of another length are given up. */
    void reserve(int k, int length);

    /** Keeps a range of v times a factor as vector k, rounded to the precision; v becomes what is kept. */
    void keep(int k, double[] v, double factor, int from, int to);

    /** Writes the parts that a range makes of the inner products of v with the first k vectors. */
    void products(double[] v, int k, int from, int to, double[] out, int outAt);

    /** v ← v - Σ_{i < k} c_i v_i, in a range. */
    void subtract(double[] v, int k, double[] c, int from, int to);

    /** A part of ⟨a, b⟩; four sums at once, since one would wait for its additions. */
    static double dot(double[] a, double[] b, int from, int to) {
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
}
