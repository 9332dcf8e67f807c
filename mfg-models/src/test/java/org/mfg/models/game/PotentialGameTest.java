package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.GameProvider;

/** The closed forms put into the equations, by differences. */
class PotentialGameTest {

    static Stream<Arguments> games() {
        return Stream.of(new ErgodicPotentialGame(), new ErgodicPotential2dGame(), new DiscountedPotentialGame())
                .flatMap(game -> Stream.of("periodic", "no-flux")
                        .flatMap(sides -> Stream.of(0.0, 1.0, -0.1).map(theta -> Arguments.of(game, sides, theta))));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theExactSolutionSolvesBothEquationsAtRandomPoints(GameProvider provider, String sides, double theta) {
        MeanFieldGame game = game(provider, sides, theta);
        ExactSolution exact = game.exactSolution().orElseThrow();
        EquationResiduals residuals = new EquationResiduals(game);
        LocalCoupling coupling = (LocalCoupling) game.couplings().get(0);
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            double[] x = random.doubles(game.domain().dimension()).toArray();
            double cost = game.runningCost().at(0, x) + coupling.value(0, x, exact.density(0, x));
            assertThat(residuals.hamiltonJacobiBellman(0, x, cost)).isEqualTo(0, within(1e-7));
            // Differences of a density with a peak of 10 in the plane: their error is ν h⁴/90 times its sixth
            // derivative, 1e-6.
            double tolerance = 1e-6 * Math.max(1, exact.density(0, x));
            assertThat(residuals.fokkerPlanck(0, x)).isEqualTo(0, within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void theMassIsOneAndTheErgodicValueHasMeanZero(GameProvider provider, String sides, double theta) {
        MeanFieldGame game = game(provider, sides, theta);
        ExactSolution exact = game.exactSolution().orElseThrow();
        Grid grid = Grid.of(game.domain(), 65);
        double[] m = new double[grid.size()];
        double[] mu = new double[grid.size()];
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < m.length; i++) {
            grid.position(i, x);
            m[i] = exact.density(0, x);
            mu[i] = m[i] * exact.value(game.timeGrid(1).horizon(), x);
        }
        assertThat(grid.integrate(m, 0)).isCloseTo(1, within(1e-12));
        assertThat(grid.integrate(mu, 0)).isCloseTo(0, within(1e-12));
    }

    private static MeanFieldGame game(GameProvider provider, String sides, double theta) {
        return Games.of(provider, new HashMap<>(Map.of("sides", sides, "theta", theta)));
    }
}
