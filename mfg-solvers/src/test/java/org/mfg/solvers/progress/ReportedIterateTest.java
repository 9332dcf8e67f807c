package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.SmallGames;

/** What a solver reports of its last iterate is what the fields that it returns have, however it ended. */
class ReportedIterateTest {

    @ParameterizedTest
    @CsvSource({
        "fictitious-play, weights, line-search, 1e-17, 5000",
        "fictitious-play, weights, averaging, 1e-15, 23",
        "picard, relaxation, 0.9, 1e-15, 60",
        "anderson, mixing, 1, 1e-15, 37",
        "policy-iteration, levels, 0, 1e-15, 200",
        "newton, continuation, true, 1e-18, 60",
        "newton, levels, 2, 1e-3, 60"
    })
    void theFieldsAreThoseOfTheLastIteration(
            String solver, String parameter, String value, double tolerance, int iterations) {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .coupling(SmallGames.crowdAversion(3))
                        .build(),
                30,
                20);
        EquilibriumSolver made = Mfg.load()
                .solver(solver, Map.of("tolerance", tolerance, "max-iterations", iterations, parameter, value));
        Equilibrium found = made.solve(game);

        Iteration measured = new Yardstick(game).measure(0, found.u(), found.m(), 1, 0, 0);
        assertThat(found.last().hjbResidual()).isEqualTo(measured.hjbResidual());
        assertThat(found.last().fpResidual()).isEqualTo(measured.fpResidual());
        assertThat(found.last().defect()).isEqualTo(measured.defect());
        assertThat(found.last().exploitability()).isEqualTo(measured.exploitability());
    }
}
