package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.api.testkit.DiscretizationKit;
import org.mfg.solvers.Mfg;

/** Households with a liquid and an illiquid asset, against a program written apart, and against households with one asset. */
class TwoAssetsTest {
    private static final Mfg MFG = Mfg.load();
    private static final GameProvider PROVIDER = MFG.games().provider("two-assets");

    private static DiscreteGame discretize(MeanFieldGame game, int... nodes) {
        return MFG.discretization("upwind", Map.of()).discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(1));
    }

    private static Equilibrium solve(DiscreteGame game) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-10)).solve(game);
        assertThat(e.isConverged()).as(e.message()).isTrue();
        return e;
    }

    /**
     * The other program is in Python: Howard's policy iteration with sparse LU on the same nodes, the inner maximum by bisection in log λ, the
     * stationary masses by LU; it stops at 1e-12.
     */
    @Test
    void itsNumbersAreThoseOfAnIndependentProgram() {
        Parameters parameters = MFG.games().parameters("two-assets", Map.of());
        DiscreteGame game = discretize(PROVIDER.create(parameters), 61, 41, 2);
        Equilibrium e = solve(game);
        assertThat(e.u()[0]).isCloseTo(18.43317915510328, within(1e-10));
        Map<String, Double> numbers = PROVIDER.statistics(parameters, game, e).numbers();
        assertThat(numbers.get("mean liquid wealth")).isCloseTo(0.1284775343283, within(1e-10));
        assertThat(numbers.get("mean illiquid wealth")).isCloseTo(0.9567554696374, within(1e-10));
        assertThat(numbers.get("mean consumption")).isCloseTo(1.0865381841817, within(1e-10));
        assertThat(numbers.get("share without illiquid wealth")).isCloseTo(0.1035470534712, within(1e-11));
        assertThat(numbers.get("share at the borrowing limit")).isCloseTo(0.0005731765128, within(1e-11));
        assertThat(Arrays.stream(e.m()).min().orElseThrow()).isNotNegative();
        assertThat(game.grid().integrate(e.m(), 0)).isCloseTo(1, within(1e-12));
    }

    /** Where it is hopeless to move money and illiquid wealth melts away, there is one asset. */
    @Test
    void withoutTransactionsTheyAreHouseholdsWithOneAsset() {
        MeanFieldGame game = PROVIDER.create(
                MFG.games().parameters("two-assets", Map.of("linear-cost", 0.99, "illiquid-rate", -0.01)));
        Equilibrium two = solve(discretize(game, 61, 12, 2));
        MeanFieldGame simple = game.toBuilder()
                .domain(Domain.of(game.domain().axis(0), game.domain().axis(2)))
                .hamiltonian(new OneAsset())
                .build();
        Equilibrium one = solve(discretize(simple, 61, 2));
        double width = two.grid().cellWidth(0, 1);
        for (int b = 0; b < 61; b++) {
            for (int k = 0; k < 2; k++) {
                int i = (b * 12) * 2 + k;
                assertThat(two.u()[i]).isCloseTo(one.u()[2 * b + k], within(1e-10));
                assertThat(two.m()[i] * width).isCloseTo(one.m()[2 * b + k], within(1e-10));
            }
        }
    }

    /** H = max over c of -1/c + p c - p (y + r b), with the rates of two-assets. */
    private static final class OneAsset implements AxiswiseHamiltonian {
        private static double income(double[] x) {
            return (x[1] == 0 ? 0.8 : 1.3) + (x[0] < 0 ? 0.12 : 0.01) * x[0];
        }

        private static double consumption(double p) {
            return p < 0 ? Math.min(1000, 1 / Math.sqrt(-p)) : 1000;
        }

        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            double c = consumption(p);
            return axis > 0 ? 0 : -1 / c + p * (c - income(x));
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return axis > 0 ? 0 : consumption(p) - income(x);
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return axis > 0 ? 0 : -1 / (income(x) * income(x));
        }
    }

    /** With an end, too: stationary crowds of strategies at random may be several. */
    @Test
    void itsSchemeKeepsItsPromises() {
        MeanFieldGame game = PROVIDER.create(MFG.games().parameters("two-assets", Map.of())).toBuilder()
                .horizon(0.5)
                .initialDensity(x -> 1)
                .build();
        Grid grid = Grid.of(game.domain(), 13, 9, 2);
        DiscretizationKit.check(MFG.discretization("upwind", Map.of()).discretize(game, grid, game.timeGrid(3)), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            high | 0.7 | high must be above the low productivity 0.8, was 0.7
            min-liquid | 0.5 | min-liquid must be <= 0, was 0.5
            min-liquid | -3 | max-liquid must be above twice what may be borrowed, 6.0, was 5.0
            borrowing-rate | 0.9 | min-liquid must leave every household an income after interest, w z + r_b b > 0, was -1.0
            """)
    void badInputIsOneLine(String name, double value, String message) {
        assertThatThrownBy(() -> MFG.game("two-assets", Map.of(name, value))).hasMessage(message);
    }
}
