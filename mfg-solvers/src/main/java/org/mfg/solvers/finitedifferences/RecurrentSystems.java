package org.mfg.solvers.finitedifferences;

import org.mfg.solvers.linalg.SliceSystems;

/**
 * Systems with A, the generator of a crowd that stays, given as S = I + τA. Constants are in its kernel and the stationary
 * masses in that of its transpose; with weights v >= 0, Σ v = 1, a column and a row make it regular:
 *
 * <pre>
 *   J = τA + 1 vᵀ:    J x = b    solves  τA x + c 1 = b   with c = ⟨v, x⟩
 *                     Jᵀ y = b   solves  τAᵀ y + v Σ b = b  with Σ y = Σ b
 * </pre>
 *
 * <p>At walls J is the identity. One slice.
 */
abstract class RecurrentSystems implements SliceSystems {
    /** The weights: those of the quadrature over their sum. */
    final double[] v;

    RecurrentSystems(Mesh mesh) {
        v = mesh.weight.clone();
        double volume = 0;
        for (double w : v) {
            volume += w;
        }
        for (int i = 0; i < v.length; i++) {
            v[i] /= volume;
        }
    }

    /** ⟨v, x⟩ of the slice that begins at {@code at}. */
    final double mean(double[] x, int at) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * x[at + i];
        }
        return sum;
    }

    /** Adds factor v to a slice. */
    final void addWeights(double factor, double[] slice) {
        for (int i = 0; i < v.length; i++) {
            slice[i] += factor * v[i];
        }
    }
}
