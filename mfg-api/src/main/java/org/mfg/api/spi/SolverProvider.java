package org.mfg.api.spi;

import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;

/**
 * Makes an equilibrium solver. The framework adds a parameter {@code levels} to those declared: the number of coarser grids
 * to solve on first, each the start of the next finer one (nested iteration). On those grids a declared parameter
 * {@code tolerance} is loosened.
 */
public interface SolverProvider extends Provider<EquilibriumSolver> {

    /** The default of {@code levels}: 0 unless starting from coarser grids pays for this solver. */
    default int defaultLevels() {
        return 0;
    }

    /** The memory that a solve takes beside what the discrete game does: six fields unless the solver knows better. */
    default MemoryNeed memory(Parameters parameters, MeanFieldGame game, Grid grid) {
        return MemoryNeed.of(6);
    }
}
