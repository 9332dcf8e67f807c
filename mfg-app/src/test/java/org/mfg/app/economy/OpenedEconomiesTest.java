package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/**
 * Economies whose incomes diffuse while wealth does not, and whose wealth is graded, against numbers of programs written apart from this one
 * (policy iteration with sparse direct solves on the same equations; see the tracker's issue on opening the API).
 */
class OpenedEconomiesTest {
    private static final Mfg MFG = Mfg.load();

    private static ClearedMarket clear(String game, Map<String, ?> given, double tolerance, int... nodes) {
        GameProvider provider = MFG.games().provider(game);
        Parameters parameters = MFG.games().parameters(game, given);
        return new MarketClearing(
                        provider,
                        g -> MFG.discretization("upwind", Map.of())
                                .discretize(g, Grid.of(g.domain(), nodes), g.timeGrid(1)),
                        MFG.solver("newton", Map.of("tolerance", tolerance)),
                        1e-12)
                .clear(parameters, Monitor.NONE);
    }

    private static Map<String, Double> quantities(String game, ClearedMarket market) {
        GameProvider provider = MFG.games().provider(game);
        Map<String, Double> all =
                new HashMap<>(provider.market().orElseThrow().quantities(market.parameters(), market.crowd()));
        all.putAll(provider.statistics(market.parameters(), market.game(), market.equilibrium())
                .numbers());
        return all;
    }

    @Test
    void capitalIsThatOfAnIndependentProgramWhereIncomesDiffuse() {
        ClearedMarket market = clear("aiyagari-diffusion", Map.of(), 1e-11, 100, 40);
        assertThat(quantities("aiyagari-diffusion", market).get("capital")).isCloseTo(3.7402504788, within(1e-8));
        assertThat(market.parameters().real("interest-rate")).isCloseTo(0.0484850049, within(1e-9));
        assertThat(quantities("aiyagari-diffusion", market).get("share at the limit"))
                .isCloseTo(0.02788700, within(1e-8));
        // No price is tried for the bracket's sake alone.
        assertThat(market.trials()).hasSizeLessThan(14);
    }

    @Test
    @Tag("slow")
    void andOnAFinerGrid() {
        ClearedMarket market = clear("aiyagari-diffusion", Map.of(), 1e-11, 200, 80);
        assertThat(quantities("aiyagari-diffusion", market).get("capital")).isCloseTo(3.7322114822, within(1e-8));
    }

    /** The nodes of 1000 even ones lie ten times as far from the shooting value 0.0360995. */
    @Test
    void aGradedAxisIsTenTimesNearerToTheShootingValue() {
        double graded = rate(Map.of("grading", 3.0), 1e-7);
        double even = rate(Map.of(), 1e-11);
        assertThat(graded).isCloseTo(0.035881329, within(1e-8));
        assertThat(Math.abs(even - 0.0360995) / Math.abs(graded - 0.0360995)).isGreaterThan(8);
    }

    private static double rate(Map<String, ?> given, double tolerance) {
        return clear("huggett", given, tolerance, 1000, 2).parameters().real("interest-rate");
    }

    /** What a household of the chain does: as that of the game whose income diffuses, with z the number of a state. */
    private record Saving(AxiswiseHamiltonian diffusing, double[] z) implements AxiswiseHamiltonian {
        private double[] place(double[] x) {
            return new double[] {x[0], z[(int) x[1]]};
        }

        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return axis > 0 ? 0 : diffusing.axisValue(0, t, place(x), p, m);
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return axis > 0 ? 0 : diffusing.axisDerivative(0, t, place(x), p, m);
        }

        @Override
        public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
            return axis > 0 ? 0 : diffusing.axisSecondDerivative(0, t, place(x), p, m);
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return axis > 0 ? 0 : diffusing.axisMinimizer(0, t, place(x), m);
        }
    }

    /**
     * The same incomes as a chain of 40 states, whose cells at the ends are whole: at the rate that clears its market, 0.35 K^-0.65 - 0.1 with
     * K = 3.74037107, households hold that capital.
     */
    @Test
    void aChainOfFortyStatesIsTheSameEconomyButForTheCellsAtItsEnds() {
        double capital = 3.74037107;
        double rate = 0.35 * Math.pow(capital, -0.65) - 0.1;
        int states = 40;
        double h = 1.0 / (states - 1);
        double[] z = IntStream.range(0, states).mapToDouble(k -> 0.5 + k * h).toArray();
        double[][] rates = new double[states][states];
        for (int k = 0; k < states; k++) {
            double drift = 0.3 * (1 - z[k]);
            if (k + 1 < states) {
                rates[k][k + 1] = 0.005 / (h * h) + Math.max(drift, 0) / h;
            }
            if (k > 0) {
                rates[k][k - 1] = 0.005 / (h * h) + Math.max(-drift, 0) / h;
            }
        }
        MeanFieldGame diffusing = MFG.game("aiyagari-diffusion", Map.of("interest-rate", rate));
        Hamiltonian saving = new Saving((AxiswiseHamiltonian) diffusing.hamiltonian(), z);
        MeanFieldGame game = MeanFieldGame.builder("chain")
                .domain(Domain.of(
                        new Axis("a", -1, 30, Boundary.stateConstraint(), Boundary.stateConstraint()),
                        Axis.states("income", States.of(names(states), rates))))
                .forever()
                .discount(0.05)
                .viscosity(0)
                .hamiltonian(saving)
                .build();
        Grid grid = Grid.of(game.domain(), 100, states);
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-11))
                .solve(MFG.discretization("upwind", Map.of()).discretize(game, grid, game.timeGrid(1)));
        double held = 0;
        for (int i = 0; i < grid.size(); i++) {
            held += grid.weight(i) * e.m()[i] * grid.coordinate(i, 0);
        }
        // Supply is steep in the rate, dK/dr of some hundreds, and K is given to 5e-9, r so to 1e-10.
        assertThat(held).isCloseTo(capital, within(1e-6));
    }

    private static List<String> names(int states) {
        return IntStream.range(0, states).mapToObj(k -> "z" + k).toList();
    }
}
