package org.mfg.solvers.policyiteration;

import java.util.List;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/** Provides {@link PolicyIterationSolver} as {@code policy-iteration}. */
public final class PolicyIterationSolverProvider implements SolverProvider {

    @Override
    public String name() {
        return "policy-iteration";
    }

    @Override
    public String description() {
        return "improves the policy by its own cost, damped as needed (Cacace, Camilli and Goffi 2021)";
    }

    @Override
    public List<Parameter> parameters() {
        return StoppingRule.parameters(2000);
    }

    @Override
    public EquilibriumSolver create(Parameters parameters) {
        return new PolicyIterationSolver(StoppingRule.from(parameters));
    }
}
