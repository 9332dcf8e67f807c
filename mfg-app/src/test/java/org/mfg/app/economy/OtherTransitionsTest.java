package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.ForwardingGame;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.path.DiscreteEconomy;
import org.mfg.solvers.path.SequenceJacobian;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;
import org.mfg.solvers.path.TransitionSolver;

/** Paths of economies in the plane: with incomes that diffuse, and with two assets, whose flux is their own. */
class OtherTransitionsTest {
    private static final Mfg MFG = Mfg.load();
    private static final String LIQUID_RATE = "liquid-rate";

    private static TransitionSolver solver(GameProvider provider, int... nodes) {
        Parameters given = parameters(provider);
        DiscreteEconomy economy = new DiscreteEconomy(
                provider,
                MFG.discretization("upwind", Map.of()),
                Grid.of(provider.create(given).domain(), nodes),
                MFG.solver("newton", Map.of("tolerance", 1e-12)));
        return new TransitionSolver(economy, 1e-13, 1e-13);
    }

    private static Parameters parameters(GameProvider provider) {
        return Parameters.of("game", provider.parameters(), Map.of());
    }

    private static double largest(double[] values) {
        return TransitionTest.largest(values);
    }

    @Test
    void incomesMayDiffuse() {
        GameProvider provider = MFG.games().provider("aiyagari-diffusion");
        TransitionSolver solver = solver(provider, 30, 8);
        check(solver, parameters(provider), "interest-rate", "tfp", "capital");
    }

    @Test
    void thereMayBeTwoAssets() {
        GameProvider provider = new LiquidBonds(MFG.games().provider("two-assets"), 0.4);
        TransitionSolver solver = solver(provider, 13, 12, 2);
        check(solver, parameters(provider), LIQUID_RATE, "wage", "liquid");
    }

    /**
     * Flat without a shock; a shock so small that it turns the drift of no node is its impulse response but for its square, where one that turns some is not, as the scheme has a kink
     * there; and a column of the Jacobian is the difference of two paths.
     */
    private static void check(TransitionSolver solver, Parameters given, String price, String input, String aggregate) {
        TimeGrid time = new TimeGrid(60, 30, 6);
        Transition still = solver.clear(given, List.of(), time, Monitor.NONE);
        double[] at = still.quantities().get(aggregate);
        for (double x : at) {
            assertThat(x).isCloseTo(at[0], within(1e-9 * Math.max(1, Math.abs(at[0]))));
        }
        Parameters steady = still.start().parameters();

        assertThat(turned(still, fall(solver, steady, input, time, 2e-3))).isPositive();
        double[] error = new double[2];
        for (int k = 0; k < error.length; k++) {
            Transition moved = fall(solver, steady, input, time, 8e-5 / (1 << (2 * k)));
            assertThat(turned(still, moved)).isZero();
            double[] rate = moved.parameter(price);
            double[] linear = moved.linear().orElseThrow().path().get(0);
            for (int j = 0; j < linear.length; j++) {
                error[k] = Math.max(error[k], Math.abs(rate[j + 1] - linear[j]));
            }
        }
        assertThat(Math.log(error[0] / error[1]) / Math.log(4)).isBetween(1.95, 2.05);

        SequenceJacobian jacobian = still.linear().orElseThrow().aggregates();
        int step = 11;
        double h = 1e-5 / time.stepTo(step);
        double[] above = answer(solver, steady, time, price, step, h, aggregate);
        double[] below = answer(solver, steady, time, price, step, -h, aggregate);
        double[] column = new double[time.steps()];
        double[] difference = new double[time.steps()];
        for (int t = 0; t < column.length; t++) {
            column[t] = jacobian.of(aggregate, price)[t * time.steps() + step - 1];
            difference[t] = (above[t + 1] - below[t + 1]) / (2 * h) - column[t];
        }
        assertThat(largest(difference)).isLessThan(1e-5 * largest(column));
    }

    private static Transition fall(
            TransitionSolver solver, Parameters steady, String input, TimeGrid time, double part) {
        Shock shock = Shock.decaying(input, steady.real(input), -part, 0.3);
        Transition path = solver.clear(steady, List.of(shock), time, Monitor.NONE);
        assertThat(path.isConverged()).as(path.equilibrium().message()).isTrue();
        return path;
    }

    /** The nodes, axes and steps at which drifts have another sign than on another path, those that rest having none. */
    private static int turned(Transition path, Transition other) {
        Policy here =
                path.game().policy(path.equilibrium().u(), path.equilibrium().m());
        Policy there =
                other.game().policy(other.equilibrium().u(), other.equilibrium().m());
        int count = 0;
        for (int j = 0; j < path.time().steps(); j++) {
            for (int i = 0; i < path.game().grid().size(); i++) {
                for (int k = 0; k < 2; k++) {
                    count += sign(here.drift(j, i, k)) == sign(there.drift(j, i, k)) ? 0 : 1;
                }
            }
        }
        return count;
    }

    private static double sign(double drift) {
        return Math.abs(drift) < 1e-11 ? 0 : Math.signum(drift);
    }

    private static double[] answer(
            TransitionSolver solver,
            Parameters steady,
            TimeGrid time,
            String price,
            int step,
            double h,
            String aggregate) {
        double rest = steady.real(price);
        double blipAt = time.time(step);
        Shock blip = new Shock(price, t -> Math.abs(t - blipAt) < 1e-6 ? rest + h : rest, rest);
        return solver.atGivenPrices(steady, List.of(blip), time, Monitor.NONE)
                .quantities()
                .get(aggregate);
    }

    /** At given prices a game needs no market; on a path of clear prices it does. */
    @Test
    void withoutAMarketPricesAreGiven() {
        GameProvider provider = MFG.games().provider("two-assets");
        TransitionSolver solver = solver(provider, 13, 12, 2);
        TimeGrid time = new TimeGrid(40, 20);
        Transition still = solver.atGivenPrices(parameters(provider), List.of(), time, Monitor.NONE);
        double[] consumption = still.quantities().get("mean consumption");
        for (double c : consumption) {
            assertThat(c).isCloseTo(consumption[0], within(1e-10));
        }
        assertThatThrownBy(() -> solver.clear(parameters(provider), List.of(), time, Monitor.NONE))
                .hasMessage("game two-assets has no market that could clear");
    }

    /** Two assets with a given supply of liquid bonds, whose rate clears their market. */
    private static final class LiquidBonds extends ForwardingGame {
        private final double supply;

        LiquidBonds(GameProvider game, double supply) {
            super(game);
            this.supply = supply;
        }

        @Override
        public MeanFieldGame create(Parameters parameters) {
            return game.create(parameters);
        }

        @Override
        public Optional<Market> market() {
            return Optional.of(new Market() {
                @Override
                public List<String> prices() {
                    return List.of(LIQUID_RATE);
                }

                @Override
                public List<String> conditions() {
                    return List.of("bonds");
                }

                @Override
                public double lowest(String price, Parameters parameters) {
                    return -0.03;
                }

                @Override
                public double highest(String price, Parameters parameters) {
                    return 0.045;
                }

                @Override
                public List<AgentQuantity> aggregates(Parameters parameters) {
                    return List.of(AgentQuantity.ofPosition("liquid", x -> x[0]));
                }

                @Override
                public double[] excess(Parameters parameters, double[] aggregates) {
                    return new double[] {aggregates[0] - supply};
                }
            });
        }
    }
}
