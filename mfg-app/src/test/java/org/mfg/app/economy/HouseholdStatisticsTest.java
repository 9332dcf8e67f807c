package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.FeynmanKac;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/**
 * What households do and how unequal they are, at the prices that clear their markets, on the default 1000 nodes. The numbers are those of a program written apart
 * from this one: policy iteration with sparse direct solves, 1000 implicit steps for the propensities, the Gini coefficient as a double sum.
 */
class HouseholdStatisticsTest {
    private static final Mfg MFG = Mfg.load();

    private static ClearedMarket clear(String game) {
        Parameters parameters = MFG.games().parameters(game, Map.of());
        return new MarketClearing(
                        MFG.games().provider(game),
                        g -> MFG.discretize(g, 1000, 1),
                        MFG.solver("newton", Map.of("tolerance", 1e-12)),
                        1e-12)
                .clear(parameters, Monitor.NONE);
    }

    private static Statistics statistics(GameProvider economy, ClearedMarket market) {
        return economy.statistics(market.parameters(), market.game(), market.equilibrium());
    }

    @Test
    void householdsOfAiyagarisEconomyAreThoseOfAnIndependentProgram() {
        GameProvider economy = MFG.games().provider("aiyagari");
        ClearedMarket market = clear("aiyagari");
        List<AgentQuantity> policies = economy.policies(market.parameters());
        assertThat(market.crowd().value(policies.get(0), 0)).isCloseTo(0.039261414374, within(1e-10));
        assertThat(market.crowd().value(policies.get(0), 1)).isCloseTo(0.053387653498, within(1e-10));
        assertThat(market.crowd().aggregate(policies.get(0))).isCloseTo(0.073019096034, within(1e-10));
        Map<String, Double> numbers = statistics(economy, market).numbers();
        assertThat(numbers.get("mean mpc")).isCloseTo(0.0744495516, within(1e-8));
        assertThat(numbers.get("mean mpc of a loss, above the limit")).isCloseTo(0.0689933534, within(1e-8));
        assertThat(numbers.get("mpc at the limit, low")).isCloseTo(0.7333884708, within(1e-8));
        assertThat(numbers.get("mpc at the limit, high")).isCloseTo(0.1859360696, within(1e-8));
        assertThat(numbers.get("share at the limit, low")).isCloseTo(0.0102127822, within(1e-8));
        assertThat(numbers.get("share at the limit, high")).isCloseTo(0.0002641347, within(1e-8));
        assertThat(numbers.get("share held at the limit"))
                .as("those with high income save")
                .isEqualTo(numbers.get("share at the limit, low"));
        assertThat(numbers.get("gini of wealth")).isCloseTo(0.373022592463, within(1e-9));
        assertThat(numbers.get("share of the top 10 %")).isCloseTo(0.242454391537, within(1e-9));
        assertThat(numbers.get("share of the top 1 %")).isCloseTo(0.034443593965, within(1e-9));
        assertThat(numbers.get("wealth p50")).isCloseTo(0.2702702703, within(1e-9));
        assertThat(numbers.get("wealth p99")).isCloseTo(0.9329329329, within(1e-9));
        assertThat(numbers.get("mean lifetime utility")).isCloseTo(-282.5042838515, within(1e-6));
    }

    @Test
    void householdsOfHuggettsEconomyAreThoseOfAnIndependentProgram() {
        GameProvider economy = MFG.games().provider("huggett");
        ClearedMarket market = clear("huggett");
        AgentQuantity consumption = economy.policies(market.parameters()).get(0);
        assertThat(Math.abs(market.excess().get(0))).isLessThan(1e-11);
        assertThat(market.crowd().value(consumption, 0)).isCloseTo(0.094909774944, within(1e-10));
        assertThat(market.crowd().value(consumption, 1)).isCloseTo(0.127756029543, within(1e-10));
        Statistics statistics = statistics(economy, market);
        Map<String, Double> numbers = statistics.numbers();
        assertThat(numbers.get("mean mpc")).isCloseTo(0.1683448951, within(1e-8));
        assertThat(numbers.get("mean mpc of a loss, above the limit")).isCloseTo(0.1638359325, within(1e-8));
        assertThat(numbers.get("mpc at the limit, low")).isCloseTo(0.7662936168, within(1e-8));
        assertThat(numbers.get("mpc at the limit, high")).isCloseTo(0.3783946636, within(1e-8));
        // Nobody has anything on the whole: there is nothing to share out.
        assertThat(statistics.lorenz()).isEmpty();
        assertThat(numbers).doesNotContainKey("gini of wealth");
    }

    /** A crowd that stays as it is consumes τ times its consumption in a time τ, and saves nothing on the whole. */
    @Test
    void whatACrowdGathersIsWhatItConsumesMeanwhile() {
        ClearedMarket market = clear("aiyagari");
        List<AgentQuantity> policies = MFG.games().provider("aiyagari").policies(market.parameters());
        CrossSection crowd = market.crowd();
        assertThat(crowd.aggregate(policies.get(1))).isCloseTo(0, within(1e-14));
        double[] c = crowd.values(policies.get(0));
        double[] gathered = FeynmanKac.gathered(market.game(), market.equilibrium(), c, 5, 7);
        double mean = 0;
        for (int i = 0; i < c.length; i++) {
            mean += crowd.mass(i) * gathered[i];
        }
        assertThat(mean).isCloseTo(5 * crowd.aggregate(policies.get(0)), within(1e-12));
    }
}
