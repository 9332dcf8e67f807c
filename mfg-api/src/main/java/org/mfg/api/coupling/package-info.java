/**
 * How agents feel the crowd: the coupling F[m](x) of the Hamilton-Jacobi-Bellman equation. A plugin author implements
 * {@link org.mfg.api.coupling.LocalCoupling} (a function of the density at the agent's place) or {@link
 * org.mfg.api.coupling.Coupling} itself (an operator on the whole density). On a grid all are a {@link
 * org.mfg.api.coupling.DiscreteCoupling}, and {@link org.mfg.api.coupling.PlannerCoupling} makes the planner's version of each.
 */
@NullMarked
package org.mfg.api.coupling;

import org.jspecify.annotations.NullMarked;
