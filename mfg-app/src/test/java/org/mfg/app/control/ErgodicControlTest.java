package org.mfg.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.cost.PriceOfAnarchy;

/** What agents pay on average in the long run, Σ w m (L + f + F[m]). */
class ErgodicControlTest {
    private static final Mfg MFG = Mfg.load();
    private static final int NODES = 80;

    /** On the grid an agent pays ½ (max(q⁻, 0)² + min(q⁺, 0)²), q∓ the differences to the left and to the right, for its moves. */
    @Test
    void theCostOfAnyStrategyIsWhatItsPopulationPaysOnAverage() {
        DiscreteGame game = game(1);
        double[] u = new double[game.size()];
        for (int i = 0; i < NODES; i++) {
            u[i] = 0.3 * Math.sin(2 * Math.PI * i / NODES + 1) + 0.1 * Math.cos(6 * Math.PI * i / NODES);
            u[NODES + i] = u[i];
        }
        double[] m = new double[game.size()];
        game.forward(u, m);

        assertThat(PolicyCost.of(game, u, m)).isCloseTo(average(game, u, m, 1), within(1e-10));
    }

    @Test
    void agentsPayTheErgodicConstantOnAverage() {
        DiscreteGame game = game(1);
        PriceOfAnarchy price = price(game);
        double constant = StationaryEquilibrium.of(price.game()).constant();

        assertThat(average(game, price.game().u(), price.game().m(), 1)).isCloseTo(constant, within(1e-7));
        assertThat(price.gameCost()).isCloseTo(constant, within(1e-7));
    }

    /**
     * The planner's version of θ log m is θ log m + θ: a constant more, which moves nobody. So this game's equilibrium is the
     * planner's optimum too, whatever θ is.
     */
    @Test
    void aPlannerChangesNothingWhereTheCouplingIsALogarithm() {
        for (double theta : new double[] {0, 1}) {
            PriceOfAnarchy price = price(game(theta));

            assertThat(price.isConverged()).isTrue();
            assertThat(price.excess()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void aDiscountedGameHasNoPlanner() {
        DiscreteGame game = MFG.discretize(MFG.game("discounted-potential", Map.of()), NODES, 1);

        assertThatThrownBy(() -> price(game))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("discount must be 0 for mean field control of a stationary game, was 1");
    }

    private static DiscreteGame game(double theta) {
        return MFG.discretize(MFG.game("ergodic-potential", Map.of("theta", theta)), NODES, 1);
    }

    private static PriceOfAnarchy price(DiscreteGame game) {
        return PriceOfAnarchy.of(game, MFG.solver("newton", Map.of()), Monitor.NONE);
    }

    /** Σ w m (L + V + θ log m). */
    private static double average(DiscreteGame game, double[] u, double[] m, double theta) {
        Grid grid = game.grid();
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double left = Math.max((u[i] - u[(i + NODES - 1) % NODES]) * NODES, 0);
            double right = Math.min((u[(i + 1) % NODES] - u[i]) * NODES, 0);
            double[] x = {grid.coordinate(i, 0)};
            double cost = 0.5 * (left * left + right * right)
                    + game.game().runningCost().at(0, x)
                    + theta * Math.log(m[NODES + i]);
            sum += grid.weight(i) * m[NODES + i] * cost;
        }
        return sum;
    }
}
