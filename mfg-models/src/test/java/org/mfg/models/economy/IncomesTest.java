package org.mfg.models.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.grid.States;

class IncomesTest {
    private static final double REVERSION = 0.3;
    private static final double VOLATILITY = 0.2;

    /** Of dx = -θx dt + σ dB: E dx = -θx dt from every state, and E dx² → σ² dt on average over the stationary, binomial, law. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 40})
    void theChainHasTheMomentsOfTheDiffusion(int n) {
        Incomes incomes = Incomes.rouwenhorst(n, REVERSION, VOLATILITY);
        States states = incomes.axis().orElseThrow().states().orElseThrow();
        double mean = 0;
        double logarithm = 0;
        for (int k = 0; k < n; k++) {
            mean += probability(k, n) * incomes.productivity(k);
            logarithm += probability(k, n) * Math.log(incomes.productivity(k));
        }
        double variance = 0;
        double noise = 0;
        for (int k = 0; k < n; k++) {
            double x = Math.log(incomes.productivity(k)) - logarithm;
            double drift = 0;
            double balance = 0;
            for (int l = 0; l < n; l++) {
                double jump = Math.log(incomes.productivity(l) / incomes.productivity(k));
                drift += states.rate(k, l) * jump;
                noise += probability(k, n) * states.rate(k, l) * jump * jump;
                balance += probability(l, n) * states.rate(l, k) - probability(k, n) * states.rate(k, l);
            }
            assertThat(drift).isCloseTo(-REVERSION * x, within(1e-12));
            assertThat(balance).isCloseTo(0, within(1e-14));
            variance += probability(k, n) * x * x;
        }
        assertThat(mean).isCloseTo(1, within(1e-13));
        assertThat(variance).isCloseTo(VOLATILITY * VOLATILITY / (2 * REVERSION), within(1e-13));
        assertThat(noise).isCloseTo(VOLATILITY * VOLATILITY, within(1e-13));
    }

    private static double probability(int k, int n) {
        return CombinatoricsUtils.binomialCoefficientDouble(n - 1, k) / Math.pow(2, n - 1);
    }

    @Test
    void whatIsNoIncomeIsRefused() {
        assertThatThrownBy(() -> Incomes.certain(0)).hasMessage("incomes must be finite and > 0, was 0.0");
        assertThatThrownBy(() -> Incomes.chain(States.two("low", "high", 1, 1), 1, 2, 3))
                .hasMessage("incomes must be one for each of the 2 states, was [1.0, 2.0, 3.0]");
        assertThatThrownBy(() -> Incomes.rouwenhorst(1, 1, 1)).hasMessage("states must be between 2 and 200, was 1");
        assertThatThrownBy(() -> Incomes.diffusion(1, 2, 1, 1))
                .hasMessage("low must be below the mean productivity 1, was 1.0");
    }
}
