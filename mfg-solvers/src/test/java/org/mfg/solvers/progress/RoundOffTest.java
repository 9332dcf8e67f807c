package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

class RoundOffTest {
    private static final Pattern TOLERANCE = Pattern.compile("tolerance that can be had here is about (\\S+)\\.$");

    /** The sum of the magnitudes in the diffusion is 4ν|u|/h² = 3e5 |u|, and in double precision that leaves 1e-11 or so. */
    @ParameterizedTest
    @CsvSource({"newton", "anderson", "picard", "policy-iteration"})
    void aToleranceThatCannotBeHadIsToldWithTheOneThatCan(String solver) {
        DiscreteGame game = ergodic();
        Equilibrium stopped = solve(game, solver, 1e-12);
        assertThat(stopped.status()).isEqualTo(Status.STALLED);
        Matcher told = TOLERANCE.matcher(stopped.message());
        assertThat(told.find()).as(stopped.message()).isTrue();
        double tolerance = Double.parseDouble(told.group(1));
        assertThat(tolerance).isBetween(5e-12, 5e-10);
        assertThat(solve(game, solver, tolerance).status()).isEqualTo(Status.CONVERGED);
    }

    @Test
    void aSolveThatSwingsIsNotStoppedByRoundOff() {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .build(),
                40,
                40);
        Equilibrium stopped =
                Mfg.load().solver("picard", Map.of("relaxation", 0.9)).solve(game);
        assertThat(stopped.status()).isEqualTo(Status.STALLED);
        assertThat(stopped.message()).contains("swings").doesNotContain("ound-off");
    }

    private static Equilibrium solve(DiscreteGame game, String solver, double tolerance) {
        return Mfg.load().solver(solver, Map.of("tolerance", tolerance)).solve(game);
    }

    private static DiscreteGame ergodic() {
        MeanFieldGame game = MeanFieldGame.builder("ring")
                .domain(SmallGames.RING)
                .forever()
                .viscosity(0.5)
                .hamiltonian(Hamiltonians.quadratic())
                .coupling(SmallGames.crowdAversion(1))
                .runningCost((t, x) -> Math.sin(2 * Math.PI * x[0]))
                .initialDensity(x -> 1)
                .build();
        return new UpwindDiscretization().discretize(game, Grid.of(game.domain(), 400), game.timeGrid(1));
    }
}
