package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;

class HopfColeGameTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "2, 10", "3, 1"})
    void theExactSolutionSolvesBothEquationsAtRandomPoints(int dimension, double lambda) {
        MeanFieldGame game = game(dimension, lambda);
        ExactSolution exact = game.exactSolution().orElseThrow();
        EquationResiduals residuals = new EquationResiduals(game);
        LocalCoupling coupling = (LocalCoupling) game.couplings().get(0);
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            double t = 0.1 + 0.8 * random.nextDouble();
            double[] x = random.doubles(dimension, 0.1, 0.9).toArray();
            double cost = game.runningCost().at(t, x) + coupling.value(t, x, exact.density(t, x));
            assertThat(residuals.hamiltonJacobiBellman(t, x, cost)).isEqualTo(0, within(1e-8));
            assertThat(residuals.fokkerPlanck(t, x)).isEqualTo(0, within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noMassCrossesTheSidesAndTheMassIsOne(int dimension) {
        MeanFieldGame game = game(dimension, 1);
        ExactSolution exact = game.exactSolution().orElseThrow();
        double[] side = new double[dimension];
        EquationResiduals differences = new EquationResiduals(game);
        for (int k = 0; k < dimension; k++) {
            Arrays.fill(side, 0.3);
            side[k] = 1;
            assertThat(differences.valueSlope(0.5, side, k)).isEqualTo(0, within(1e-10));
            assertThat(differences.densitySlope(0.5, side, k)).isEqualTo(0, within(1e-10));
        }
        for (double t : new double[] {0, 0.5, 1}) {
            assertThat(mass(game, exact, t)).isEqualTo(1, within(1e-12));
        }
    }

    /** The trapezoid rule is exact for the cosines here. */
    private static double mass(MeanFieldGame game, ExactSolution exact, double t) {
        Grid grid = Grid.of(game.domain(), 17);
        double[] m = new double[grid.size()];
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < m.length; i++) {
            grid.position(i, x);
            m[i] = exact.density(t, x);
        }
        return grid.integrate(m, 0);
    }

    private static MeanFieldGame game(int dimension, double lambda) {
        return Games.of(new HopfColeGame(), Map.of("dimension", dimension, "lambda", lambda));
    }
}
