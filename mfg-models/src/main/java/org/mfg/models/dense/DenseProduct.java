package org.mfg.models.dense;

import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A square matrix A that is applied to many rows v → A v as one ND4J product. Rows of a flat row-major array are the
 * columns of a column-major one, ND4J's order 'f', in which a product goes to BLAS without a copy; other orders cost
 * several times as much. The two work arrays live outside the heap and are kept for the next product with as many rows.
 */
final class DenseProduct {
    private final INDArray matrix;
    private final int size;
    private @Nullable INDArray input;
    private @Nullable INDArray output;

    private DenseProduct(INDArray matrix, int size) {
        this.matrix = matrix;
        this.size = size;
    }

    /**
     * The product with the given matrix.
     *
     * @throws InvalidInputException if ND4J's native code cannot be loaded
     */
    static DenseProduct of(double[][] matrix) {
        int n = matrix.length;
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[j * n + i] = matrix[i][j];
            }
        }
        try {
            INDArray dense = columnMajor(n, n);
            dense.data().asNioDouble().put(columns);
            return new DenseProduct(dense, n);
        } catch (LinkageError e) {
            throw InvalidInputException.because(
                    "coupling",
                    "a coupling with a dense kernel needs ND4J with its native code for this platform: " + e);
        }
    }

    int size() {
        return size;
    }

    /** Replaces each row v of a flat row-major array by A v. */
    void applyToRows(double[] rows) {
        int count = rows.length / size;
        INDArray in = input;
        INDArray out = output;
        if (in == null || out == null || in.columns() != count) {
            in = columnMajor(size, count);
            out = columnMajor(size, count);
            input = in;
            output = out;
        }
        in.data().asNioDouble().put(rows);
        matrix.mmuli(in, out);
        out.data().asNioDouble().get(rows);
    }

    private static INDArray columnMajor(long rows, long columns) {
        return Nd4j.create(DataType.DOUBLE, new long[] {rows, columns}, 'f');
    }
}
