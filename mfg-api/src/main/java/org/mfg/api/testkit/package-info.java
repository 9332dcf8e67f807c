/**
 * Checks for plugin authors: {@link org.mfg.api.testkit.HamiltonianKit} and {@link org.mfg.api.testkit.CouplingKit}
 * compare every derivative with differences at seeded random points, and test convexity and the other promises of the
 * interfaces. Call them from a test; they throw an AssertionError that names the derivative, the point and both values.
 * They need no test framework.
 */
@NullMarked
package org.mfg.api.testkit;

import org.jspecify.annotations.NullMarked;
