package org.mfg.examples.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Mfg;

/** Ergodic games against their closed forms. */
class ErgodicGamesTest {
    private static final Mfg MFG = Mfg.load();

    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.1, 0", "0.1, -0.1", "0.5, 1", "0.5, 0", "0.5, -0.1"})
    void theErgodicConstantIsRightToAThousandthOn200Nodes(double viscosity, double theta) {
        for (String scheme : new String[] {"upwind", "crank-nicolson"}) {
            for (String sides : new String[] {"periodic", "no-flux"}) {
                for (int n = 25; n < 420; n *= 2) {
                    MeanFieldGame game = MFG.game("ergodic-potential", Map.of("viscosity", viscosity, "theta", theta, "sides", sides));
                    DiscreteGame d = MFG.discretization(scheme, Map.of()).discretize(game, Grid.of(game.domain(), n), new TimeGrid(1, 1));
                    long t = System.nanoTime();
                    Equilibrium equilibrium = MFG.solver("newton", Map.of()).solve(d);
                    double exact = game.exactSolution().orElseThrow().value(0, new double[] {0})
                            - game.exactSolution().orElseThrow().value(1, new double[] {0});
                    StationaryEquilibrium found = StationaryEquilibrium.of(game, equilibrium);
                    System.out.printf("%s %s %d nu %.1f theta %.1f error %.2e %s sweeps %d drift %.1e %.0f ms%n", scheme, sides, n, viscosity, theta,
                        found.constant() - exact, equilibrium, equilibrium.sweeps(), equilibrium.last().massDrift(), (System.nanoTime() - t) * 1e-6);
                }
            }
        }
    }
}
