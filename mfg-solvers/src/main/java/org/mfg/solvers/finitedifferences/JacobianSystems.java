package org.mfg.solvers.finitedifferences;

import org.mfg.solvers.linalg.SliceSystems;

/**
 * Room for the factorised Jacobians of all slices.
 *
 * @param value those of Hamilton-Jacobi-Bellman's steps in u
 * @param density those whose transposes are Fokker-Planck's steps in m; the same systems where they are equal
 */
record JacobianSystems(SliceSystems value, SliceSystems density) {

    /** @param areEqual whether the Jacobians of both equations are: without a discount, and where drifts do not depend on m */
    static JacobianSystems of(SystemsFactory systems, int steps, boolean areEqual) {
        SliceSystems value = systems.linearized(steps);
        return new JacobianSystems(value, areEqual ? value : systems.linearized(steps));
    }

    boolean areEqual() {
        return value == density;
    }

    void solveTo(double tolerance) {
        value.solveTo(tolerance);
        density.solveTo(tolerance);
    }
}
