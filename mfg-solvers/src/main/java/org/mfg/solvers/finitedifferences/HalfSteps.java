package org.mfg.solvers.finitedifferences;

import org.mfg.solvers.linalg.StencilMatrix;

/**
 * What Crank-Nicolson does with the matrix S = I + ½Δt A of one half of a step: the explicit half of the neighbouring step has
 * the matrix 2I - S.
 */
final class HalfSteps {
    private final Mesh mesh;

    HalfSteps(Mesh mesh) {
        this.mesh = mesh;
    }

    /** Adds (2I - S - cI) x to a slice of out, c the half of rΔt. */
    void addExplicit(StencilMatrix s, double c, double[] x, int xAt, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += (2 - s.diagonal[i] - c) * x[xAt + i];
        }
        for (int side = 0; side < mesh.sides; side++) {
            double[] off = s.off[side];
            int[] neighbour = mesh.neighbour[side];
            for (int i = 0; i < mesh.size; i++) {
                out[outAt + i] -= off[i] * x[xAt + neighbour[i]];
            }
        }
    }

    /** Adds (2I - S)ᵀ x to a slice of out. */
    void addExplicitTransposed(StencilMatrix s, double[] x, int xAt, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += (2 - s.diagonal[i]) * x[xAt + i];
        }
        for (int side = 0; side < mesh.sides; side++) {
            double[] off = s.off[side];
            int[] neighbour = mesh.neighbour[side];
            for (int i = 0; i < mesh.size; i++) {
                out[outAt + neighbour[i]] -= off[i] * x[xAt + i];
            }
        }
    }

    /** Multiplies a slice by the weights: masses of a density. */
    void masses(double[] density, int at, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] = mesh.weight[i] * density[at + i];
        }
    }

    /** Divides a slice by the weights: the density of masses. */
    void densities(double[] mass, int at, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] = mesh.inverseWeight[i] * mass[at + i];
        }
    }
}
