/**
 * The root of the MFG API: the exceptions that every package uses. A plugin compiles against this module alone.
 *
 * <p>Read in this order: {@link org.mfg.api.grid} (domain and grids), {@link org.mfg.api.hamiltonian} and {@link
 * org.mfg.api.coupling} (what a plugin author implements), {@link org.mfg.api.game} (the continuous problem), {@link
 * org.mfg.api.discrete} (the discrete problem, the waist of the framework), {@link org.mfg.api.equilibrium} (solvers
 * and results), {@link org.mfg.api.spi} (how plugins are found).
 */
@NullMarked
package org.mfg.api;

import org.jspecify.annotations.NullMarked;
