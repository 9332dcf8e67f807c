package org.mfg.app.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Mfg;

/** A game that discounts and ends, against the stationary one that it is a piece of. */
class DiscountWithHorizonTest {
    private static final Mfg MFG = Mfg.load();

    /** A function on the nodes of an even grid. */
    private static SpaceFunction onNodes(Grid grid, double[] values) {
        return x -> {
            int node = 0;
            for (int k = 0; k < x.length; k++) {
                double index = (x[k] - grid.domain().axis(k).lower()) / grid.spacing(k);
                node += (int) Math.round(index) * grid.stride(k);
            }
            return values[node];
        };
    }

    private record Case(MeanFieldGame stationary, Grid grid, StationaryEquilibrium equilibrium) {
        static Case of(String name, String scheme, int nodes) {
            MeanFieldGame game = MFG.game(name, Map.of());
            Grid grid = Grid.of(game.domain(), nodes);
            Equilibrium e = solve(game, scheme, grid, game.timeGrid(1));
            return new Case(game, grid, StationaryEquilibrium.of(e));
        }

        /** The game until T, from the stationary crowd. */
        MeanFieldGameBuilder until(double horizon) {
            return stationary.toBuilder().horizon(horizon).initialDensity(onNodes(grid, equilibrium.m()));
        }
    }

    private static Equilibrium solve(MeanFieldGame game, String scheme, Grid grid, TimeGrid time) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-12, "levels", 0))
                .solve(MFG.discretization(scheme, Map.of()).discretize(game, grid, time));
        assertThat(e.last().residual()).as(e.message()).isLessThan(1e-10);
        return e;
    }

    @ParameterizedTest
    @CsvSource({
        "discounted-potential, upwind, 80",
        "discounted-potential, crank-nicolson, 80",
        "aiyagari, upwind, 100",
    })
    void aTransitionThatStartsInASteadyStateStaysThere(String name, String scheme, int nodes) {
        Case c = Case.of(name, scheme, nodes);
        int n = c.grid().size();
        for (int steps : new int[] {4, 20, 100}) {
            MeanFieldGame game = c.until(2)
                    .terminalCost(onNodes(c.grid(), c.equilibrium().u()))
                    .build();
            Equilibrium e = solve(game, scheme, c.grid(), game.timeGrid(steps));
            double size = 0;
            for (double u : c.equilibrium().u()) {
                size = Math.max(size, Math.abs(u));
            }
            for (int i = 0; i < e.u().length; i++) {
                assertThat(e.u()[i]).isEqualTo(c.equilibrium().u()[i % n], within(1e-10 * Math.max(1, size)));
                assertThat(e.m()[i]).isEqualTo(c.equilibrium().m()[i % n], within(1e-10));
            }
        }
    }

    @Test
    void farFromTheEndTheValueIsTheStationaryOne() {
        Case c = Case.of("aiyagari", "upwind", 100);
        MeanFieldGame game = c.until(400).build();
        Equilibrium e = solve(game, "upwind", c.grid(), game.timeGrid(2000));
        for (int i = 0; i < c.grid().size(); i++) {
            double stationary = c.equilibrium().u()[i];
            assertThat(e.u()[i]).isEqualTo(stationary, within(1e-8 * Math.abs(stationary)));
        }
    }

    @Test
    void theCostOfAStrategyIsWhatItsAgentsPayDiscounted() {
        Case c = Case.of("discounted-potential", "upwind", 60);
        MeanFieldGame game =
                c.until(1).terminalCost(x -> Math.cos(2 * Math.PI * x[0])).build();
        Equilibrium e = solve(game, "upwind", c.grid(), game.timeGrid(40));
        assertThat(e.last().exploitability()).isCloseTo(0, within(1e-10));
        // Another strategy is worth less to one agent, and the more so the more it differs: quadratically.
        var discrete = MFG.discretization("upwind", Map.of()).discretize(game, c.grid(), game.timeGrid(40));
        double[] losses = new double[2];
        for (int k = 0; k < 2; k++) {
            double[] u = e.u().clone();
            for (int i = 0; i < u.length; i++) {
                double x = c.grid().coordinate(i % c.grid().size(), 0);
                u[i] += 0.02 / (k + 1) * Math.sin(2 * Math.PI * x);
            }
            double[] m = e.m().clone();
            discrete.forward(u, m);
            double[] best = u.clone();
            discrete.backward(m, best);
            losses[k] = PolicyCost.of(discrete, u, m) - PolicyCost.ofCostToGo(discrete, m, best);
        }
        assertThat(losses[1]).isPositive();
        assertThat(losses[0] / losses[1]).isBetween(3.5, 4.5);
    }
}
