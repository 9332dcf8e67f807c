package org.mfg.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldControl;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.spi.Provider;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.cost.PriceOfAnarchy;

class MeanFieldControlTest {
    private static final Mfg MFG = Mfg.load();

    /**
     * Those that have a planner's version, which segregation has not, nor games with a target or a ceiling. Without opinion, whose several equilibria need not be those of lowest
     * cost.
     */
    static List<String> games() {
        return MFG.games().providers().stream()
                .map(Provider::name)
                .filter(name -> !MFG.game(name, Map.of()).hamiltonian().dependsOnDensity()
                        && MFG.game(name, Map.of()).discount() == 0
                        && !MFG.game(name, Map.of()).isConstrained()
                        && !name.equals("segregation")
                        && !name.equals("opinion"))
                .toList();
    }

    /** The discrete planner's optimum is the optimum of the discrete cost: no allowance for the grid is needed. */
    @ParameterizedTest
    @MethodSource("games")
    void thePlannersCostIsAtMostTheGames(String name) {
        PriceOfAnarchy price = price(MFG.game(name, Map.of()));

        assertThat(price.isConverged()).isTrue();
        assertThat(price.excess()).isGreaterThanOrEqualTo(-1e-7);
    }

    @Test
    void bothCostsAreEqualWhereAgentsDoNotFeelTheCrowd() {
        PriceOfAnarchy price = price(MFG.game("tutorial", Map.of("lambda", 0)));

        assertThat(price.excess()).isEqualTo(0, within(1e-12));
        assertThat(price.ratio()).isEqualTo(1, within(1e-12));
    }

    @Test
    void atAnEquilibriumTheCostIsTheMeanOfTheValue() {
        DiscreteGame game = MFG.discretize(MFG.game("tutorial", Map.of()), 40, 30);
        Equilibrium equilibrium =
                MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(game);
        double mean = 0;
        for (int i = 0; i < 40; i++) {
            mean += game.grid().weight(i) * equilibrium.m()[i] * equilibrium.u()[i];
        }

        assertThat(PolicyCost.of(game, equilibrium.u(), equilibrium.m())).isEqualTo(mean, within(1e-10));
    }

    /**
     * For the cost κ/2 (x - s μ)² the planner adds -κ s (1 - s) μ x: but for a function of time this is the game with s (2 -
     * s) in place of s, whose solution is known. The densities differ by the scheme's error, which halves with the grid.
     */
    @Test
    void thePlannersDensityOfTheLinearQuadraticGameIsThatOfAnotherSuchGame() {
        MeanFieldGame game = MFG.game("linear-quadratic", Map.of("s", 0.4, "s-terminal", 0.4));
        ExactSolution planned = MFG.game("linear-quadratic", Map.of("s", 0.64, "s-terminal", 0.64))
                .exactSolution()
                .orElseThrow();
        MeanFieldGame control = MeanFieldControl.of(game);

        double coarse = finalError(control, planned, 101, 50);
        double fine = finalError(control, planned, 201, 100);
        double selfish = finalError(game, planned, 201, 100);

        assertThat(fine).isEqualTo(0.5 * coarse, within(0.1 * coarse));
        assertThat(selfish).isGreaterThan(5 * fine);
    }

    @Test
    void aHamiltonianThatDependsOnTheDensityIsRefused() {
        MeanFieldGame game = MeanFieldGame.builder("congestion")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(new Congested())
                .initialDensity(x -> 1)
                .build();

        assertThatThrownBy(() -> MeanFieldControl.of(game))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("hamiltonian Congested depends on the density");
    }

    private static PriceOfAnarchy price(MeanFieldGame game) {
        int nodes = game.domain().dimension() == 1 ? 40 : 20;
        int steps = game.isStationary() ? 1 : nodes;
        return PriceOfAnarchy.of(MFG.discretize(game, nodes, steps), MFG.solver("newton", Map.of()), Monitor.NONE);
    }

    /** Σ w |m(T) - exact|. */
    private static double finalError(MeanFieldGame game, ExactSolution exact, int nodes, int steps) {
        Equilibrium e = MFG.solve(game, nodes, steps);
        Grid grid = e.grid();
        TimeGrid time = e.time();
        double error = 0;
        for (int i = 0; i < nodes; i++) {
            double m = exact.density(time.horizon(), new double[] {grid.coordinate(i, 0)});
            error += grid.weight(i) * Math.abs(e.m()[steps * nodes + i] - m);
        }
        return error;
    }

    private static final class Congested implements RadialHamiltonian {
        @Override
        public boolean dependsOnDensity() {
            return true;
        }

        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r / (1 + m);
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r / (1 + m);
        }

        @Override
        public double radialSecondDerivative(double t, double[] x, double r, double m) {
            return 1 / (1 + m);
        }
    }
}
