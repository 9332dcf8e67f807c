package org.mfg.examples.study;

import org.mfg.api.equilibrium.Equilibrium;

/**
 * A study and what became of it.
 *
 * @param study what was asked
 * @param equilibrium what was found
 * @param solveSeconds the time the solve took, in seconds
 */
public record Outcome(Study study, Equilibrium equilibrium, double solveSeconds) {}
