/**
 * How agents feel the crowd: the coupling F[m](x) of the Hamilton-Jacobi-Bellman equation. A plugin author implements
 * {@link org.mfg.api.coupling.LocalCoupling} (a function of the density at the agent's place) or {@link
 * org.mfg.api.coupling.NonlocalCoupling} (an operator on the whole density).
 */
@NullMarked
package org.mfg.api.coupling;

import org.jspecify.annotations.NullMarked;
