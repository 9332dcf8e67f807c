package org.mfg.solvers.deflation;

import org.mfg.api.equilibrium.Equilibrium;

/**
 * One of the equilibria of a search.
 *
 * @param equilibrium u and m, with their residuals and exploitability
 * @param start the number of the start that led to it
 * @param bestResponses how it answers best responses
 */
public record FoundEquilibrium(Equilibrium equilibrium, int start, BestResponses bestResponses) {}
