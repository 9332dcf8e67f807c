package org.mfg.api.spi;

import org.mfg.api.equilibrium.EquilibriumSolver;

/** Makes an equilibrium solver. */
public interface SolverProvider extends Provider<EquilibriumSolver> {}
