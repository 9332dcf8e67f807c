package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.solvers.Mfg;

/** The table of docs/robustness.md; SolversTest has a few of its cells. */
@Tag("slow")
class RobustnessTest {
    private static final Mfg MFG = Mfg.load();

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 0.03, 0.01, 1e-3, 1e-4, 0})
    void theDefaultSolverConvergesForEveryCouplingAtEachViscosity(double viscosity) {
        for (double beta : new double[] {1.5, 2, 3}) {
            for (double lambda : new double[] {0, 0.5, 2, 5, 50}) {
                for (double gamma : new double[] {0.5, 1, 2, 3}) {
                    Map<String, ?> parameters =
                            Map.of("viscosity", viscosity, "lambda", lambda, "gamma", gamma, "beta", beta);
                    Equilibrium e = MFG.solver(Mfg.DEFAULT_SOLVER, Map.of())
                            .solve(MFG.discretize(MFG.game("tutorial", parameters), 100, 100));
                    assertThat(e.isConverged()).as(parameters + ": " + e).isTrue();
                    assertThat(e.last().massDrift()).isLessThan(1e-12);
                    assertThat(e.last().minDensity()).isPositive();
                }
            }
        }
    }
}
