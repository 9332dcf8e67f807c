/**
 * Checks for plugin authors: {@link org.mfg.api.testkit.HamiltonianKit} and {@link org.mfg.api.testkit.CouplingKit}
 * compare every derivative with differences at seeded random points, and test convexity and the other promises of the
 * interfaces. Call them from a test; they throw an AssertionError that names the derivative, the point and both values.
 * They need no test framework. {@link org.mfg.api.testkit.FluxKit} checks a numerical Hamiltonian, {@link
 * org.mfg.api.testkit.DiscretizationKit} a whole scheme: conservation, adjointness, linearisation, {@link
 * org.mfg.api.testkit.QuantityKit} numbers that are asked of equilibria. {@link
 * org.mfg.api.testkit.GameKit} does so for all parts of a game, and samples a few of the same checks whenever one is made discrete.
 */
@NullMarked
package org.mfg.api.testkit;

import org.jspecify.annotations.NullMarked;
