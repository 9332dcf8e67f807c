/**
 * Entry to the framework: {@link org.mfg.solvers.Mfg} finds games, Hamiltonians, couplings, discretisations and solvers
 * by name, plugins included, and solves. Everything below this package is reached through it or through the API's
 * interfaces.
 */
@NullMarked
package org.mfg.solvers;

import org.jspecify.annotations.NullMarked;
