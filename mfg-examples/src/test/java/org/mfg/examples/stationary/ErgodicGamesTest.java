package org.mfg.examples.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.Mfg;

/** Ergodic games against their closed forms. */
class ErgodicGamesTest {
    private static final Mfg MFG = Mfg.load();

    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.1, 0", "0.1, -0.1", "0.5, 1", "0.5, 0", "0.5, -0.1"})
    void theErgodicConstantIsRightToAThousandthOn200Nodes(double viscosity, double theta) {
        MeanFieldGame game =
                MFG.game("ergodic-potential", Map.of("viscosity", viscosity, "theta", theta));
        Equilibrium equilibrium = MFG.solve(game, 200, 1);
        assertThat(equilibrium.isConverged()).as(equilibrium.message()).isTrue();
        double exact = game.exactSolution().orElseThrow().value(0, new double[] {0})
                - game.exactSolution().orElseThrow().value(1, new double[] {0});
        StationaryEquilibrium found = StationaryEquilibrium.of(game, equilibrium);
        System.out.println(viscosity + " " + theta + " rho " + found.constant() + " exact " + exact + " " + equilibrium);
        assertThat(found.constant()).isCloseTo(exact, within(1e-3));
    }
}
