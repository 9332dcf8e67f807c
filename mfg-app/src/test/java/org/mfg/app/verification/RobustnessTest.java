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
        for (double beta : new double[] {2, 3}) {
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

    /**
     * Where λ is large the last digit of u, in the drift √p, is a residual above 1e-8: then the message says so, that of momenta within
     * rounding of u is rounding itself, and what is left of u is small.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 0.03, 0.01, 1e-3, 1e-4, 0})
    void steepDriftsConvergeToWhatRoundingAllows(double viscosity) {
        for (double lambda : new double[] {0, 0.5, 2, 5, 50}) {
            for (double gamma : new double[] {0.5, 1, 2, 3}) {
                Map<String, ?> parameters =
                        Map.of("viscosity", viscosity, "lambda", lambda, "gamma", gamma, "beta", 1.5);
                Equilibrium e = MFG.solver(Mfg.DEFAULT_SOLVER, Map.of())
                        .solve(MFG.discretize(MFG.game("tutorial", parameters), 100, 100));
                if (!e.isConverged()) {
                    assertThat(lambda).as(parameters + ": " + e).isGreaterThanOrEqualTo(5);
                    assertThat(e.message())
                            .contains("Round-off is what stops it")
                            .containsPattern("the residual is \\de-1[45678]");
                }
                assertThat(e.last().residual()).as(parameters + ": " + e).isLessThan(5e-8);
                assertThat(e.last().massDrift()).isLessThan(1e-12);
                assertThat(e.last().minDensity()).isPositive();
            }
        }
    }
}
