package org.mfg.solvers.picard;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/** Provides {@link PicardSolver} as {@code picard}. */
public final class PicardSolverProvider implements SolverProvider {

    @Override
    public String name() {
        return "picard";
    }

    @Override
    public String description() {
        return "damped fixed point: the population moves a fraction of the way to the best response";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(StoppingRule.parameters(2000));
        parameters.add(Parameter.real(
                "relaxation", 0.1, Range.aboveUpTo(0, 1), "", "the fraction of the way to the best response"));
        return parameters;
    }

    @Override
    public EquilibriumSolver create(Parameters parameters) {
        return new PicardSolver(StoppingRule.from(parameters), parameters.real("relaxation"));
    }
}
