/**
 * Finitely many agents who play the equilibrium: {@link org.mfg.solvers.agents.AgentSimulation} lets them walk, and {@link
 * org.mfg.solvers.agents.Comparison} says how far they are from the density that they should have. Uses the API only.
 */
@NullMarked
package org.mfg.solvers.agents;

import org.jspecify.annotations.NullMarked;
