package org.mfg.solvers.fictitiousplay;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/** Provides {@link FictitiousPlaySolver} as {@code fictitious-play}. */
public final class FictitiousPlaySolverProvider implements SolverProvider {
    private static final String AVERAGING = "averaging";

    @Override
    public String name() {
        return "fictitious-play";
    }

    @Override
    public String description() {
        return "best responses to the average of all populations so far (Cardaliaguet and Hadikhanloo 2017)";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(StoppingRule.parameters(2000));
        parameters.add(Parameter.text(
                "weights",
                AVERAGING,
                Range.oneOf(AVERAGING, "line-search"),
                "of the newest population: 2/(k+2), or by a search for less defect"));
        return parameters;
    }

    @Override
    public EquilibriumSolver create(Parameters parameters) {
        return new FictitiousPlaySolver(
                StoppingRule.from(parameters), !parameters.text("weights").equals(AVERAGING));
    }
}
