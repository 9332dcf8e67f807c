package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.path.DiscreteEconomy;
import org.mfg.solvers.path.PathSensitivity;
import org.mfg.solvers.path.PathTangent;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;
import org.mfg.solvers.path.TransitionSolver;

/** Derivatives of a path, against paths that are found again at θ (1 ± h). */
class PathSensitivityTest {
    private static final Mfg MFG = Mfg.load();
    private static final String RATE = "interest-rate";
    private static final Parameters NATURAL =
            MFG.games().parameters("aiyagari", Map.of("min-wealth", -0.7, "max-wealth", 20));
    private static final TimeGrid TIME = new TimeGrid(100, 40);

    /** Prices are found to 1e-14, which a difference over 2e-5 of a parameter sees as 1e-9. */
    private static TransitionSolver solver(GameProvider provider, Parameters parameters, int... nodes) {
        return new TransitionSolver(
                new DiscreteEconomy(
                        provider,
                        MFG.discretization("upwind", Map.of()),
                        Grid.of(provider.create(parameters).domain(), nodes),
                        MFG.solver("newton", Map.of("tolerance", 1e-13))),
                1e-14,
                1e-14);
    }

    private static Transition clear(Parameters parameters, List<Shock> shocks, TimeGrid time) {
        return solver(MFG.games().provider("aiyagari"), parameters, 100).clear(parameters, shocks, time, Monitor.NONE);
    }

    private static List<Shock> fall(Parameters before) {
        return List.of(Shock.decaying("tfp", before.real("tfp"), -0.03, 0.2));
    }

    /** What moves on the path: the price, a stock and a flow. */
    private static Map<String, double[]> told(Transition path) {
        Map<String, double[]> told = new LinkedHashMap<>();
        path.market().prices().forEach(price -> told.put(price, path.parameter(price)));
        path.quantities().forEach(told::put);
        return told;
    }

    /** The largest difference, as a part of the largest derivative. */
    private static double error(PathTangent tangent, Transition above, Transition below, double width, String name) {
        double[] derivative = tangent.of(PathSensitivityTest::told).get(name);
        double[] up = told(above).get(name);
        double[] down = told(below).get(name);
        double[] difference = new double[up.length];
        for (int j = 0; j < difference.length; j++) {
            difference[j] = (up[j] - down[j]) / width - derivative[j];
        }
        return TransitionTest.largest(difference) / TransitionTest.largest(derivative);
    }

    /** A difference over 1e-4 θ is off by 1e-8 of ordinary third derivatives. */
    @ParameterizedTest
    @CsvSource({
        "risk-aversion, 1",
        "tfp, 1",
        "discount, 1",
        "rate-up, 1",
        "capital-share, 1",
        "max-wealth, 1",
        "risk-aversion, 8"
    })
    void pathsMoveAsThoseThatAreFoundAgain(String parameter, double grading) {
        TimeGrid time = new TimeGrid(100, 40, grading);
        PathSensitivity sensitivity = new PathSensitivity(clear(NATURAL, fall(NATURAL), time), Monitor.NONE);
        PathTangent tangent = sensitivity.tangent(parameter, PathSensitivityTest::fall);
        double h = 1e-4 * NATURAL.real(parameter);
        Parameters more = NATURAL.with(parameter, NATURAL.real(parameter) + h);
        Parameters less = NATURAL.with(parameter, NATURAL.real(parameter) - h);
        Transition above = clear(more, fall(more), time);
        Transition below = clear(less, fall(less), time);
        for (String name : List.of(RATE, "capital", "mean consumption")) {
            assertThat(error(tangent, above, below, 2 * h, name)).as(name).isLessThan(1e-6);
        }
    }

    /** Within the search for the prices' derivatives, after some products. */
    @Test
    void theyEndWhereTheUserWantsThemTo() {
        AtomicInteger asked = new AtomicInteger();
        Monitor impatient = new Monitor() {
            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 2;
            }
        };
        PathSensitivity sensitivity = new PathSensitivity(clear(NATURAL, fall(NATURAL), TIME), impatient);

        assertThatThrownBy(() -> sensitivity.tangent("tfp", PathSensitivityTest::fall))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessage("they were stopped");
        assertThat(asked.get()).isLessThan(6);
    }

    @Test
    void whatIsLeftOfTaylorsFormulaGoesWithTheSquare() {
        Transition path = clear(NATURAL, fall(NATURAL), TIME);
        Map<String, double[]> here = told(path);
        Map<String, double[]> derivatives = new PathSensitivity(path, Monitor.NONE)
                .tangent("risk-aversion", PathSensitivityTest::fall)
                .of(PathSensitivityTest::told);
        double[] left = new double[3];
        for (int k = 0; k < left.length; k++) {
            double h = 2e-2 / (1 << (2 * k));
            Parameters there = NATURAL.with("risk-aversion", NATURAL.real("risk-aversion") + h);
            double[] moved = told(clear(there, fall(there), TIME)).get("capital");
            for (int j = 0; j < moved.length; j++) {
                left[k] = Math.max(
                        left[k],
                        Math.abs(moved[j]
                                - here.get("capital")[j]
                                - h * derivatives.get("capital")[j]));
            }
        }
        assertThat(Math.log(left[0] / left[1]) / Math.log(4)).isBetween(1.95, 2.05);
        assertThat(Math.log(left[1] / left[2]) / Math.log(4)).isBetween(1.95, 2.05);
    }

    /** A shock's size and decay; and the steady state that it leads to. */
    @ParameterizedTest
    @CsvSource({"size", "decay", "stays"})
    void shocksHaveDerivativesToo(String number) {
        DoubleFunction<List<Shock>> shocks = value -> List.of(
                switch (number) {
                    case "size" -> Shock.decaying("tfp", TransitionTest.TFP, value, 0.2);
                    case "decay" -> Shock.decaying("tfp", TransitionTest.TFP, -0.03, value);
                    default -> Shock.permanent("tfp", value);
                });
        double value = Map.of("size", -0.03, "decay", 0.2, "stays", 0.098).get(number);
        PathTangent tangent =
                new PathSensitivity(clear(NATURAL, shocks.apply(value), TIME), Monitor.NONE).tangent(value, shocks);
        double h = 1e-4 * value;
        Transition above = clear(NATURAL, shocks.apply(value + h), TIME);
        Transition below = clear(NATURAL, shocks.apply(value - h), TIME);
        for (String name : List.of(RATE, "capital", "mean consumption")) {
            assertThat(error(tangent, above, below, 2 * h, name)).as(name).isLessThan(1e-6);
        }
        assertThat(tangent.parameter(RATE)[0]).isZero();
    }

    @Test
    void twoMarketsGoOnClearing() {
        GameProvider provider = TransitionTest.twoMarkets();
        Parameters given = Parameters.of("game", provider.parameters(), Map.of());
        TimeGrid time = new TimeGrid(100, 20);
        Function<Parameters, Transition> path = at -> solver(provider, at, 40).clear(at, fall(at), time, Monitor.NONE);
        PathTangent tangent =
                new PathSensitivity(path.apply(given), Monitor.NONE).tangent("labour-tax", PathSensitivityTest::fall);
        double h = 1e-5;
        Transition above = path.apply(given.with("labour-tax", 0.2 + h));
        Transition below = path.apply(given.with("labour-tax", 0.2 - h));
        for (String name : List.of(RATE, "transfer", "labour", "mean consumption")) {
            assertThat(error(tangent, above, below, 2 * h, name)).as(name).isLessThan(1e-6);
        }
    }

    /** At given prices, of a game in the plane whose flux is its own. */
    @Test
    void pricesMayBeGiven() {
        GameProvider provider = MFG.games().provider("two-assets");
        Parameters given = Parameters.of("game", provider.parameters(), Map.of());
        TimeGrid time = new TimeGrid(40, 10);
        Function<Parameters, List<Shock>> shocks =
                before -> List.of(Shock.decaying("wage", before.real("wage"), -0.02, 0.3));
        Function<Parameters, Transition> path =
                at -> solver(provider, at, 13, 12, 2).atGivenPrices(at, shocks.apply(at), time, Monitor.NONE);
        PathTangent tangent = new PathSensitivity(path.apply(given), Monitor.NONE).tangent("illiquid-rate", shocks);
        double h = 1e-7;
        double rate = given.real("illiquid-rate");
        Transition above = path.apply(given.with("illiquid-rate", rate + h));
        Transition below = path.apply(given.with("illiquid-rate", rate - h));
        for (String name : List.of("mean consumption", "mean deposits")) {
            assertThat(error(tangent, above, below, 2 * h, name)).as(name).isLessThan(1e-6);
        }
    }

    @Test
    void otherShocksAndPricesThatTheMarketSetsAreRefused() {
        PathSensitivity sensitivity = new PathSensitivity(clear(NATURAL, fall(NATURAL), TIME), Monitor.NONE);
        assertThatThrownBy(() -> sensitivity.tangent(
                        0.1, decay -> List.of(Shock.decaying("tfp", TransitionTest.TFP, -0.03, decay))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("shocks must be those of the path, in which tfp is 0.0981");
        assertThatThrownBy(() -> sensitivity.tangent(RATE, PathSensitivityTest::fall))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must not be prices where the market sets them");
    }
}
