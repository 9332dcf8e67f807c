package org.mfg.models.dense;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The linear operator A_1 ⊗ ... ⊗ A_d on a tensor-product grid, one dense matrix for each axis, applied to many time levels at
 * once: one matrix product for each axis. On L levels of n nodes it costs 2 L n (n_1 + ... + n_d) operations, against
 * 2 L n² for a dense matrix on the whole grid.
 */
public final class AxisProducts {
    private final int[] nodes;
    private final int size;
    private final INDArray[] transposed;

    /**
     * The operator with the given matrices.
     *
     * @param matrices for each axis, slowest first, a square matrix
     */
    public AxisProducts(double[][][] matrices) {
        nodes = new int[matrices.length];
        transposed = new INDArray[matrices.length];
        int product = 1;
        for (int k = 0; k < matrices.length; k++) {
            nodes[k] = matrices[k].length;
            product *= nodes[k];
            transposed[k] = Nd4j.createFromArray(matrices[k]).transpose().dup('c');
        }
        size = product;
    }

    /**
     * Adds factor A m to out at the levels first ... last, both included, of two fields of the same shape (row-major, time
     * slowest).
     */
    public void addTo(double factor, double[] m, int first, int last, double[] out) {
        int levels = last - first + 1;
        int offset = first * size;
        double[] slice = new double[levels * size];
        System.arraycopy(m, offset, slice, 0, slice.length);
        double[] result = product(slice, levels);
        for (int i = 0; i < result.length; i++) {
            out[offset + i] += factor * result[i];
        }
    }

    private double[] product(double[] slice, int levels) {
        INDArray field = Nd4j.create(slice, new long[] {levels, size}, 'c').castTo(DataType.DOUBLE);
        int before = levels;
        int after = size;
        for (int k = 0; k < nodes.length; k++) {
            after /= nodes[k];
            field = alongAxis(field, before, nodes[k], after, transposed[k]);
            before *= nodes[k];
        }
        return field.dup('c').data().asDouble();
    }

    /** Multiplies along the middle index of a field of shape before × n × after; the last axis needs no transposition. */
    private static INDArray alongAxis(INDArray field, int before, int n, int after, INDArray matrix) {
        if (after == 1) {
            return field.reshape('c', before, n).mmul(matrix);
        }
        INDArray rows = field.reshape('c', before, n, after).permute(0, 2, 1).dup('c');
        INDArray product = rows.reshape('c', (long) before * after, n).mmul(matrix).dup('c');
        return product.reshape('c', before, after, n).permute(0, 2, 1).dup('c');
    }
}
