package org.mfg.examples;

import java.util.List;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.spi.DiscretizationProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;
import org.mfg.solvers.newton.NewtonSolver;
import org.mfg.solvers.progress.StoppingRule;
import org.mfg.solvers.upwind.UpwindDiscretization;

/** Providers until mfg-solvers registers its own; to be deleted then, with the two service files. */
public final class StandIns {
    private StandIns() {}

    /** Newton. */
    public static final class Newton implements SolverProvider {
        @Override
        public String name() {
            return "newton";
        }

        @Override
        public String description() {
            return "Newton on the coupled system";
        }

        @Override
        public List<Parameter> parameters() {
            return StoppingRule.parameters(50);
        }

        @Override
        public EquilibriumSolver create(Parameters parameters) {
            return new NewtonSolver(StoppingRule.from(parameters), 1e-3, 200);
        }
    }

    /** Upwind. */
    public static final class Upwind implements DiscretizationProvider {
        @Override
        public String name() {
            return "upwind";
        }

        @Override
        public String description() {
            return "implicit upwind scheme";
        }

        @Override
        public Discretization create(Parameters parameters) {
            return new UpwindDiscretization();
        }
    }
}
