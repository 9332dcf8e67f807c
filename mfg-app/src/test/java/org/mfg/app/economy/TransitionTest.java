package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.models.economy.Declared;
import org.mfg.models.economy.Economy;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Labour;
import org.mfg.models.economy.Price;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.path.DiscreteEconomy;
import org.mfg.solvers.path.SequenceJacobian;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;
import org.mfg.solvers.path.TransitionSolver;

class TransitionTest {
    private static final Mfg MFG = Mfg.load();
    static final double TFP = 0.1;
    private static final Parameters NATURAL =
            MFG.games().parameters("aiyagari", Map.of("min-wealth", -0.7, "max-wealth", 20));
    private static final String RATE = "interest-rate";

    private static DiscreteEconomy economy(String name, Parameters parameters, int nodes) {
        GameProvider provider = MFG.games().provider(name);
        return new DiscreteEconomy(
                provider,
                MFG.discretization("upwind", Map.of()),
                Grid.of(provider.create(parameters).domain(), nodes),
                MFG.solver("newton", Map.of("tolerance", 1e-12)));
    }

    static Transition clear(int nodes, TimeGrid time, Shock... shocks) {
        return new TransitionSolver(economy("aiyagari", NATURAL, nodes), 1e-11, 1e-11)
                .clear(NATURAL, List.of(shocks), time, Monitor.NONE);
    }

    private static Transition partial(int nodes, Parameters parameters, TimeGrid time, Shock... shocks) {
        return new TransitionSolver(economy("aiyagari", parameters, nodes), 1e-11, 1e-11)
                .atGivenPrices(parameters, List.of(shocks), time, Monitor.NONE);
    }

    static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static double spread(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }

    /** Issue 14: the numbers of an independent program, to all digits that it gives. */
    @Test
    void anMitShockIsThatOfAnIndependentProgram() {
        Transition t = clear(1000, new TimeGrid(200, 400), Shock.decaying("tfp", TFP, -0.03, 0.2));
        assertThat(t.isConverged()).isTrue();
        assertThat(largest(t.excess().get("capital"))).isLessThan(1e-11);
        double[] capital = t.quantities().get("capital");
        double[] rate = t.parameter(RATE);
        assertThat(rate[0]).isCloseTo(0.047579725835, within(1e-12));
        int[] years = {0, 1, 5, 20, 50, 100};
        double[] known = {0.2994814910, 0.2978280881, 0.2945937142, 0.2961851219, 0.2990757160, 0.2994922230};
        for (int k = 0; k < years.length; k++) {
            assertThat(capital[2 * years[k]]).as("K(%d)", years[k]).isCloseTo(known[k], within(1e-9));
        }
        assertThat(rate[2]).isCloseTo(0.0455349294, within(1e-9));
        assertThat(rate[10]).isCloseTo(0.0475672914, within(1e-9));
        assertThat(rate[40]).isCloseTo(0.0482483793, within(1e-9));
        assertThat(t.iterations()).hasSizeLessThan(7);
    }

    @Test
    void withoutAShockNothingMoves() {
        Transition t = clear(1000, new TimeGrid(200, 100));
        for (String name : List.of("capital", "wage")) {
            assertThat(spread(t.quantities().get(name))).as(name).isLessThan(1e-11);
        }
        assertThat(spread(t.parameter(RATE))).isLessThan(1e-11);
        assertThat(t.missing()).isLessThan(1e-11);
    }

    /** The path less its first-order response goes with the square of the shock. */
    @Test
    void smallShocksAreTheirImpulseResponses() {
        TimeGrid time = new TimeGrid(200, 200);
        double[] error = new double[3];
        for (int k = 0; k < error.length; k++) {
            Transition t = clear(250, time, Shock.decaying("tfp", TFP, -0.04 / (1 << (2 * k)), 0.2));
            double[] rate = t.parameter(RATE);
            double[] linear = t.linear().orElseThrow().path().get(0);
            for (int j = 0; j < linear.length; j++) {
                error[k] = Math.max(error[k], Math.abs(rate[j + 1] - linear[j]));
            }
        }
        assertThat(Math.log(error[0] / error[1]) / Math.log(4)).isBetween(1.9, 2.1);
        assertThat(Math.log(error[1] / error[2]) / Math.log(4)).isBetween(1.9, 2.1);
    }

    /** An input of one step moves capital at all steps as its column says: by a difference of two nonlinear paths. */
    @ParameterizedTest
    @CsvSource({
        "interest-rate, 1, 1",
        "interest-rate, 40, 1",
        "interest-rate, 95, 1",
        "tfp, 20, 1",
        "interest-rate, 1, 15",
        "interest-rate, 40, 15",
        "interest-rate, 95, 15",
        "tfp, 20, 15"
    })
    void columnsOfTheJacobianAreDifferencesOfPaths(String input, int step, double grading) {
        TimeGrid time = new TimeGrid(50, 100, grading);
        Transition cleared = clear(1000, time, Shock.decaying("tfp", TFP, 0, 1));
        SequenceJacobian jacobian = cleared.linear().orElseThrow().aggregates();
        Parameters steady = cleared.start().parameters();
        // A disturbance as large for a short step as for a long one: of a smaller one round-off would be seen.
        double h = 5e-6 * steady.real(input) / time.stepTo(step);
        double[] above = capital(steady, time, input, step, h);
        double[] below = capital(steady, time, input, step, -h);
        double[] column = new double[time.steps()];
        double[] difference = new double[time.steps()];
        for (int t = 0; t < time.steps(); t++) {
            column[t] = jacobian.of("capital", input)[t * time.steps() + step - 1];
            difference[t] = (above[t + 1] - below[t + 1]) / (2 * h) - column[t];
        }
        assertThat(largest(difference)).isLessThan(1e-7 * largest(column));
    }

    private static double[] capital(Parameters steady, TimeGrid time, String input, int step, double h) {
        double at = time.time(step);
        Shock blip = new Shock(input, t -> steady.real(input) + (Math.abs(t - at) < 1e-6 ? h : 0), steady.real(input));
        return partial(1000, steady, time, blip).quantities().get("capital");
    }

    /** Capital and a transfer that gives back what taxes take, of households who choose their hours: labour and taxes depend on the drift. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 10})
    void twoMarketsClearAtAllTimes(double grading) {
        GameProvider provider = twoMarkets();
        Parameters given = Parameters.of("game", provider.parameters(), Map.of());
        DiscreteEconomy economy = new DiscreteEconomy(
                provider,
                MFG.discretization("upwind", Map.of()),
                Grid.of(provider.create(given).domain(), 150),
                MFG.solver("newton", Map.of("tolerance", 1e-12)));
        TimeGrid time = new TimeGrid(150, 75, grading);
        TransitionSolver solver = new TransitionSolver(economy, 1e-10, 1e-11);
        Transition t = solver.clear(given, List.of(Shock.decaying("tfp", TFP, -0.03, 0.2)), time, Monitor.NONE);
        assertThat(t.isConverged()).isTrue();
        assertThat(t.excess().get("capital")[0]).isCloseTo(0, within(1e-10));
        assertThat(t.excess().get("budget")[0]).isCloseTo(0, within(1e-10));
        assertThat(largest(t.excess().get("capital"))).isLessThan(1e-10);
        assertThat(largest(t.excess().get("budget"))).isLessThan(1e-11);
        assertThat(t.iterations()).hasSizeLessThan(8);
        SequenceJacobian jacobian = t.linear().orElseThrow().aggregates();
        Parameters steady = t.start().parameters();
        for (String aggregate : List.of("capital", "labour", "taxes")) {
            double[] column = new double[time.steps()];
            double[] difference = new double[time.steps()];
            Map<String, double[]> above = answer(solver, steady, time, 1e-7);
            Map<String, double[]> below = answer(solver, steady, time, -1e-7);
            for (int j = 0; j < time.steps(); j++) {
                column[j] = jacobian.of(aggregate, RATE)[j * time.steps() + 29];
                difference[j] = (above.get(aggregate)[j + 1] - below.get(aggregate)[j + 1]) / 2e-7 - column[j];
            }
            assertThat(largest(difference)).as(aggregate).isLessThan(1e-6 * largest(column));
        }
    }

    static GameProvider twoMarkets() {
        return Economy.builder("two-markets")
                .utility(Utility.crra(2))
                .discount(0.05)
                .labour(Declared.always(Labour.separable(30, 0.5)))
                .incomes(Incomes.chain(States.two("low", "high", 1.0 / 3, 1.0 / 3), 1, 2))
                .wealth(-0.2, 16, 2)
                .interestRate(0.04)
                .price(Price.LABOUR_TAX, 0.2)
                .firm(0.1, 1.0 / 3, 0.05)
                .balancedBy(Price.TRANSFER)
                .build();
    }

    /** To an interest rate that is higher by h in step 30 alone. */
    private static Map<String, double[]> answer(TransitionSolver solver, Parameters steady, TimeGrid time, double h) {
        double r = steady.real(RATE);
        Shock blip = new Shock(RATE, t -> Math.abs(t - time.time(30)) < 1e-6 ? r + h : r, r);
        return solver.atGivenPrices(steady, List.of(blip), time, Monitor.NONE).quantities();
    }

    @Test
    void aPermanentChangeLeadsToAnotherSteadyState() {
        Transition t = clear(250, new TimeGrid(400, 200), Shock.permanent("tfp", 1.02 * TFP));
        assertThat(t.isConverged()).isTrue();
        double[] capital = t.quantities().get("capital");
        double[] after = clear(250, new TimeGrid(1, 1)).quantities().get("capital");
        assertThat(t.start().parameters().real("tfp")).isEqualTo(TFP);
        assertThat(t.end().parameters().real("tfp")).isEqualTo(1.02 * TFP);
        assertThat(capital[0]).isCloseTo(after[0], within(1e-10));
        assertThat(t.missing()).isLessThan(2e-3);
        assertThat(capital[200]).isCloseTo(capital[199], within(1e-4 * (capital[200] - capital[0])));
    }

    @Test
    void pricesThatAreGivenStay() {
        Transition t =
                partial(250, NATURAL.with(RATE, 0.04), new TimeGrid(200, 100), Shock.decaying("tfp", TFP, -0.03, 0.2));
        assertThat(t.parameter(RATE)).containsOnly(0.04);
        assertThat(t.linear()).isEmpty();
        assertThat(t.excess().get("capital")[50]).isNotCloseTo(0, within(1e-3));
    }

    @Test
    void whatMayNotMoveIsRefused() {
        TimeGrid time = new TimeGrid(50, 10);
        assertThatThrownBy(() -> clear(100, time, Shock.decaying("discount", 0.05, 0.1, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("discount must not move on a path, but at t = 5.0 ");
        assertThatThrownBy(() -> clear(100, time, Shock.decaying("rate-up", 1.0 / 3, 0.1, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("rate-up must not be shocked: ");
        assertThatThrownBy(() -> clear(100, time, Shock.decaying(RATE, 0.04, 0.1, 1)))
                .hasMessage("interest-rate must not be shocked: the market sets it");
        assertThatThrownBy(() -> clear(100, time, Shock.decaying("tfp", TFP, 0.1, 0.01)))
                .hasMessageContaining("must be at rest by the end, t = 50.0");
        assertThatThrownBy(() -> clear(100, new TimeGrid(50, 50), Shock.decaying("tfp", TFP, -0.75, 0.2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("leaves -0.0")
                .hasMessageContaining(" at wealth -0.7 in state low (at t = 1.0, where tfp = 0.0385");
    }
}
