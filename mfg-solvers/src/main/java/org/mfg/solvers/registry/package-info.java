/**
 * The providers of each kind by name: {@link org.mfg.solvers.registry.Registry}, and {@link
 * org.mfg.solvers.registry.RegistryModule}, which binds the five of them, and the quantities
 * of interest, {@link org.mfg.solvers.registry.Quantities}. Uses the API and Guice.
 */
@NullMarked
package org.mfg.solvers.registry;

import org.jspecify.annotations.NullMarked;
