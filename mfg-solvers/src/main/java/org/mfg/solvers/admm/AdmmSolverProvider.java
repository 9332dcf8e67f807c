package org.mfg.solvers.admm;

import java.util.List;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.MemoryNeed;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/** Provides {@link AdmmSolver} as {@code admm}. */
public final class AdmmSolverProvider implements SolverProvider {
    static final String NAME = "admm";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "minimises the potential by alternating directions (Benamou and Carlier 2015); games with local couplings, also without noise, with targets and ceilings";
    }

    @Override
    public List<Parameter> parameters() {
        return StoppingRule.parameters(200);
    }

    @Override
    public MemoryNeed memory(Parameters parameters, MeanFieldGame game, Grid grid) {
        return MemoryNeed.of(22);
    }

    @Override
    public EquilibriumSolver create(Parameters parameters) {
        return new AdmmSolver(StoppingRule.from(parameters));
    }
}
