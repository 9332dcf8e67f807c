package org.mfg.solvers.anderson;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.MemoryNeed;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/** Provides {@link AndersonSolver} as {@code anderson}. */
public final class AndersonSolverProvider implements SolverProvider {
    private static final double OWN_FIELDS = 16;

    @Override
    public String name() {
        return "anderson";
    }

    @Override
    public String description() {
        return "the damped fixed point accelerated by its last iterates (Anderson 1965)";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(StoppingRule.parameters(500));
        parameters.add(
                Parameter.integer("memory", 10, Range.between(1, 100), "the differences of iterates to combine"));
        parameters.add(Parameter.real(
                "mixing", 0.1, Range.aboveUpTo(0, 1), "", "the fraction of the way to the combined best response"));
        return parameters;
    }

    /** Two fields for each difference of iterates. */
    @Override
    public MemoryNeed memory(Parameters parameters, MeanFieldGame game, Grid grid) {
        return new MemoryNeed(OWN_FIELDS, OWN_FIELDS + 2.0 * parameters.integer("memory"));
    }

    @Override
    public EquilibriumSolver create(Parameters parameters) {
        return new AndersonSolver(
                StoppingRule.from(parameters), parameters.integer("memory"), parameters.real("mixing"));
    }
}
