package org.mfg.models.dense;

import java.util.Arrays;

/**
 * The linear operator A_1 ⊗ ... ⊗ A_d on a tensor-product grid, one dense matrix for each axis, applied to many time
 * levels at once: one matrix product for each axis. On L levels of n nodes it costs 2 L n (n_1 + ... + n_d) operations,
 * against 2 L n² for a dense matrix on the whole grid. Very large fields are done in several goes, to bound the work
 * memory.
 *
 * <p>Not safe for use by several threads at a time.
 */
public final class AxisProducts {
    /** The entries done at once: 128 MB. */
    private static final int MAX_ENTRIES = 1 << 24;

    private final DenseProduct[] matrices;
    private final int size;

    /**
     * The operator with the given matrices.
     *
     * @param matrices for each axis, slowest first, a square matrix
     */
    public AxisProducts(double[][][] matrices) {
        this.matrices = Arrays.stream(matrices).map(DenseProduct::of).toArray(DenseProduct[]::new);
        size = Arrays.stream(matrices).mapToInt(a -> a.length).reduce(1, Math::multiplyExact);
    }

    /**
     * Adds factor A m to out at the levels first ... last, both included, of two fields of the same shape (row-major,
     * time slowest).
     */
    public void addTo(double factor, double[] m, int first, int last, double[] out) {
        int atOnce = Math.max(1, MAX_ENTRIES / size);
        for (int from = first; from <= last; from += atOnce) {
            int levels = Math.min(atOnce, last - from + 1);
            int offset = from * size;
            double[] product = product(Arrays.copyOfRange(m, offset, offset + levels * size), levels);
            for (int i = 0; i < product.length; i++) {
                out[offset + i] += factor * product[i];
            }
        }
    }

    private double[] product(double[] field, int levels) {
        double[] result = field;
        int before = levels;
        int after = size;
        for (DenseProduct matrix : matrices) {
            int n = matrix.size();
            after /= n;
            if (after == 1) {
                matrix.applyToRows(result);
            } else {
                double[] rows = swapped(result, before, n, after);
                matrix.applyToRows(rows);
                result = swapped(rows, before, after, n);
            }
            before *= n;
        }
        return result;
    }

    /** A field of shape before × n × after as one of shape before × after × n. */
    private static double[] swapped(double[] field, int before, int n, int after) {
        double[] result = new double[field.length];
        for (int b = 0; b < before; b++) {
            int block = b * n * after;
            for (int i = 0; i < n; i++) {
                for (int a = 0; a < after; a++) {
                    result[block + a * n + i] = field[block + i * after + a];
                }
            }
        }
        return result;
    }
}
