/**
 * The discrete problem and the waist of the framework: a {@link org.mfg.api.discrete.Discretization} turns a game with a
 * grid into a {@link org.mfg.api.discrete.DiscreteGame}, and equilibrium solvers know nothing else.
 */
@NullMarked
package org.mfg.api.discrete;

import org.jspecify.annotations.NullMarked;
