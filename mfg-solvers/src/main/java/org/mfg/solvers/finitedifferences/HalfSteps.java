package org.mfg.solvers.finitedifferences;

import org.mfg.solvers.linalg.StencilMatrix;

/**
 * What a step does with the matrix S = I + θΔt A of the implicit part of its neighbour: its explicit part has the
 * matrix I - (1 - θ_j)Δt A = (1 + c) I - c S, c = (1 - θ_j)/θ its {@linkplain StepWeights#ratio ratio}; 2I - S for θ = ½.
 */
final class HalfSteps {
    private final Mesh mesh;

    HalfSteps(Mesh mesh) {
        this.mesh = mesh;
    }

    /** Adds ((1 + c) I - c (S + dI)) x to a slice of out. */
    void addExplicit(double ratio, StencilMatrix s, double d, double[] x, int xAt, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += (1 + ratio - ratio * (s.diagonal[i] + d)) * x[xAt + i];
        }
        for (int side = 0; side < mesh.sides; side++) {
            double[] off = s.off[side];
            int[] neighbour = mesh.neighbour[side];
            for (int i = 0; i < mesh.size; i++) {
                out[outAt + i] -= ratio * off[i] * x[xAt + neighbour[i]];
            }
        }
    }

    /** Adds ((1 + c) I - c (S + dI))ᵀ x to a slice of out. */
    void addExplicitTransposed(double ratio, StencilMatrix s, double d, double[] x, int xAt, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += (1 + ratio - ratio * (s.diagonal[i] + d)) * x[xAt + i];
        }
        for (int side = 0; side < mesh.sides; side++) {
            double[] off = s.off[side];
            int[] neighbour = mesh.neighbour[side];
            for (int i = 0; i < mesh.size; i++) {
                out[outAt + neighbour[i]] -= ratio * off[i] * x[xAt + i];
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
