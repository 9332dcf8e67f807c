package org.mfg.solvers.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** Prices from 0 to 1 whose excess supply is a known function, and games that fail where a test says so. */
class MarketClearingTest {
    private static final double TOLERANCE = 1e-10;

    private DoublePredicate isInfeasible = price -> false;
    private DoublePredicate isUnsolvable = price -> false;
    private boolean needsColdStarts = false;
    private final List<Boolean> warmStarts = new ArrayList<>();

    @Test
    void aRootIsFoundFromBothSidesAndItsOwnSolveIsReturned() {
        for (double start : new double[] {0.05, 0.3, 0.69, 0.71, 0.95}) {
            ClearedMarket market = clear(start, price -> Math.pow(price, 3) - 0.343);
            assertThat(market.message()).isEmpty();
            assertThat(price(market)).isCloseTo(0.7, within(TOLERANCE));
            assertThat(market.excess().get(0)).isEqualTo(Math.pow(price(market), 3) - 0.343);
            // The fake solver writes its price into u.
            assertThat(market.equilibrium().u()[0]).isEqualTo(price(market));
        }
    }

    @Test
    void beyondPricesWithoutAGameTheRootIsSoughtOnTheNearSide() {
        isInfeasible = price -> price > 0.71;
        assertThat(price(clear(0.1, price -> price - 0.7))).isCloseTo(0.7, within(TOLERANCE));
        isInfeasible = price -> price < 0.69;
        assertThat(price(clear(0.9, price -> price - 0.7))).isCloseTo(0.7, within(TOLERANCE));
    }

    @Test
    void pricesAtWhichTheGameIsNotSolvedAreSteppedOver() {
        isUnsolvable = price -> price > 0.2 && price < 0.5;
        assertThat(price(clear(0.15, price -> price - 0.7))).isCloseTo(0.7, within(TOLERANCE));
    }

    @Test
    void aPriceInsideTheBracketThatIsNotSolvedIsAvoided() {
        isUnsolvable = price -> price > 0.3 && price < 0.6;
        assertThat(price(clear(0.05, price -> price < 0.5 ? price - 0.61 : 20 * (price - 0.61))))
                .isCloseTo(0.61, within(TOLERANCE));
    }

    @Test
    void anUnsolvableFirstPriceIsReplacedByAnother() {
        isUnsolvable = price -> price > 0.35 && price < 0.65;
        assertThat(price(clear(0.5, price -> price - 0.2))).isCloseTo(0.2, within(TOLERANCE));
    }

    @Test
    void aWarmStartThatFailsIsFollowedByAColdOne() {
        needsColdStarts = true;
        assertThat(price(clear(0.1, price -> price - 0.7))).isCloseTo(0.7, within(TOLERANCE));
        assertThat(warmStarts).contains(true, false);
    }

    @Test
    void excessSupplyThatJumpsOverZeroIsNotCalledCleared() {
        ClearedMarket market = clear(0.1, price -> price < 0.7 ? -1 : 0.5);
        assertThat(market.isCleared()).isFalse();
        assertThat(market.message()).startsWith("excess supply jumps over 0 at price 0.7");
    }

    @Test
    void aRootAmongPricesWithoutAnEquilibriumIsNotCalledCleared() {
        isUnsolvable = price -> price > 0.65 && price < 0.75;
        ClearedMarket market = clear(0.1, price -> price - 0.7);
        assertThat(market.isCleared()).isFalse();
        assertThat(market.message()).startsWith("no equilibrium at prices between price 0.6");
    }

    @Test
    void aMarketWithoutARootSaysHowMuchIsLeft() {
        isInfeasible = price -> price > 0.5;
        ClearedMarket market = clear(0.1, price -> price - 0.7);
        assertThat(market.isCleared()).isFalse();
        assertThat(market.message())
                .startsWith("no price from 0.1 to nearly 0.5")
                .contains("excess supply is still -0.2000; there, no equilibrium: price must be payable, was 0.5");
    }

    @Test
    void whereThereIsNoGameAtAnyPriceThatIsAnError() {
        isInfeasible = price -> true;
        assertThatThrownBy(() -> clear(0.1, price -> price - 0.7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no equilibrium at price 0.1 (price must be payable, was 0.1), nor at 15 others");
    }

    /** Excess of x and y: the root is (0.3, 0.6), and a Newton step from the start leaves the ranges. */
    @Test
    void twoPricesAreFoundTogether() {
        Shop shop = new Shop(List.of("price", "other"), p -> new double[] {
            1e3 * (Math.atan(20 * (p[0] - 0.3)) + p[1] - 0.6), 1e-3 * (Math.exp(3 * p[1]) - Math.exp(1.8) + p[0] - 0.3)
        });
        for (double start : new double[] {0.05, 0.5, 0.95}) {
            ClearedMarket market = clear(shop, start);
            assertThat(market.message()).isEmpty();
            assertThat(market.parameters().real("price")).isCloseTo(0.3, within(TOLERANCE));
            assertThat(market.parameters().real("other")).isCloseTo(0.6, within(TOLERANCE));
            assertThat(market.excess()).hasSize(2);
            // The fake solver writes its price into u.
            assertThat(market.equilibrium().u()[0])
                    .isEqualTo(market.parameters().real("price"));
        }
    }

    @Test
    void pricesWithoutAGameAreAvoidedByBoth() {
        isInfeasible = price -> price > 0.32;
        Shop shop = new Shop(List.of("price", "other"), p ->
                new double[] {Math.pow(p[0], 3) - 0.027 + p[1] - 0.6, p[1] - 0.6});
        ClearedMarket market = clear(shop, 0.1);
        assertThat(market.message()).isEmpty();
        assertThat(market.parameters().real("price")).isCloseTo(0.3, within(TOLERANCE));
    }

    @Test
    void conditionsThatDoNotDetermineThePricesAreNotCalledCleared() {
        Shop shop = new Shop(List.of("price", "other"), p -> new double[] {p[0] + p[1] - 1.1, p[0] + p[1] - 1.1});
        assertThat(clear(shop, 0.1).message()).startsWith("the conditions do not determine the prices");
    }

    @Test
    void twoPricesWithoutARootSayHowMuchIsLeft() {
        Shop shop = new Shop(List.of("price", "other"), p -> new double[] {p[0] + 1, p[1] + 1});
        ClearedMarket market = clear(shop, 0.1);
        assertThat(market.isCleared()).isFalse();
        assertThat(market.message()).contains("excess");
    }

    private static double price(ClearedMarket market) {
        assertThat(market.message()).isEmpty();
        return market.parameters().real("price");
    }

    private ClearedMarket clear(double start, DoubleUnaryOperator excess) {
        return clear(new Shop(List.of("price"), prices -> new double[] {excess.applyAsDouble(prices[0])}), start);
    }

    private ClearedMarket clear(Shop shop, double start) {
        Parameters parameters = Parameters.of("game shop", shop.parameters(), Map.of("price", start));
        return new MarketClearing(shop, game -> SmallGames.discretize(game, 3, 1), new Fake(), TOLERANCE)
                .clear(parameters, Monitor.NONE);
    }

    /** A game whose viscosity is its price. */
    private final class Shop implements GameProvider, Market {
        private final List<String> prices;
        private final UnaryOperator<double[]> excess;

        Shop(List<String> prices, UnaryOperator<double[]> excess) {
            this.prices = prices;
            this.excess = excess;
        }

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public String description() {
            return "a game with a market";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    Parameter.real("price", 0.5, Range.ANY, "", "the price"),
                    Parameter.real("other", 0.5, Range.ANY, "", "another"));
        }

        @Override
        public MeanFieldGame create(Parameters parameters) {
            double price = parameters.real("price");
            if (isInfeasible.test(price)) {
                throw InvalidInputException.of("price", "be payable", price);
            }
            return SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                    .viscosity(price)
                    .build();
        }

        @Override
        public int[] defaultNodes() {
            return new int[] {3};
        }

        @Override
        public int defaultSteps() {
            return 1;
        }

        @Override
        public Optional<Market> market() {
            return Optional.of(this);
        }

        @Override
        public List<String> prices() {
            return prices;
        }

        @Override
        public List<String> conditions() {
            return prices;
        }

        @Override
        public double lowest(String price, Parameters parameters) {
            return 0;
        }

        @Override
        public double highest(String price, Parameters parameters) {
            return 1;
        }

        @Override
        public List<AgentQuantity> aggregates(Parameters parameters) {
            return List.of();
        }

        @Override
        public double[] excess(Parameters parameters, double[] aggregates) {
            return excess.apply(prices.stream().mapToDouble(parameters::real).toArray());
        }
    }

    private final class Fake implements EquilibriumSolver {
        @Override
        public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
            double price = game.game().diffusion().viscosity().orElseThrow();
            warmStarts.add(start != null);
            boolean fails = isUnsolvable.test(price) || (needsColdStarts && start != null);
            double[] u = new double[game.size()];
            u[0] = price;
            Iteration none = new Iteration(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
            return new Equilibrium(
                    game.game(),
                    game.grid(),
                    game.time(),
                    u,
                    new double[game.size()],
                    fails ? Status.STALLED : Status.CONVERGED,
                    fails ? "no step helps" : "",
                    List.of(none));
        }
    }
}
