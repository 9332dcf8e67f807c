package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.solvers.linalg.StencilMatrix;

/** The term r u of a game that discounts and ends: c u in the equation of a slice, c = rΔt or a half of it. */
final class Discounting {
    private Discounting() {}

    /** Adds c u to the residual of a slice, but for the fixed nodes. */
    static void addTo(double[] residual, int at, double c, double[] u, int uAt, Mesh mesh) {
        if (c == 0) {
            return;
        }
        for (int i = 0; i < mesh.size; i++) {
            residual[at + i] += c * u[uAt + i];
        }
        for (int node : mesh.fixed) {
            residual[at + node] -= c * u[uAt + node];
        }
    }

    /** Adds c to the diagonal; a fixed node's residual is 0 whatever stands there. */
    static void addTo(StencilMatrix matrix, double c) {
        if (c != 0) {
            Arrays.setAll(matrix.diagonal, i -> matrix.diagonal[i] + c);
        }
    }
}
