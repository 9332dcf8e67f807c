package org.mfg.solvers.constrained;

/**
 * How strictly the constraints are taken at a stage of the continuation.
 *
 * @param strictness ε in (0, 1], or 0 for the limit
 * @param softness of the target: softness u(T) = m(T) - m_T, in densities per cost
 * @param barrier of the ceiling: P (m_max - m), in costs per time times densities
 */
record Stage(double strictness, double softness, double barrier) {}
