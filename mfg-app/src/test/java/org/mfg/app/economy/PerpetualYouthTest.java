package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Mfg;

/** The Pareto tails of those who die at random against their closed form; the scheme is of first order, so two grids are extrapolated. */
class PerpetualYouthTest {
    private static final Mfg MFG = Mfg.load();
    private static final String NAME = "perpetual-youth";
    private static final double RHO = 0.04;
    private static final double ETA = 0.02;
    private static final double R = 0.05;

    private record Crowd(double above, double below, double consumption) {
        static Crowd of(Map<String, Object> given, int nodes) {
            Parameters parameters = MFG.games().parameters(NAME, given);
            DiscreteGame game = MFG.discretize(MFG.games().provider(NAME).create(parameters), nodes, 1);
            Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-10)).solve(game);
            assertThat(e.isConverged()).isTrue();
            assertThat(game.grid().integrate(e.m(), 0)).isCloseTo(1, within(1e-11));
            assertThat(Arrays.stream(e.m()).min().orElseThrow()).isNotNegative();
            AgentQuantity rate = MFG.games().provider(NAME).policies(parameters).get(0);
            double consumption = CrossSection.last(game, e).value(rate, node(e, 0));
            return new Crowd(-slope(e, 2, 7), slope(e, -2, -1), consumption);
        }

        private static double slope(Equilibrium e, double from, double to) {
            double[] x = e.grid().coordinates(0);
            int i = node(e, from);
            int j = node(e, to);
            return Math.log(e.m()[j] / e.m()[i]) / (x[j] - x[i]);
        }

        private static int node(Equilibrium e, double place) {
            double[] x = e.grid().coordinates(0);
            return (int) Math.round((place - x[0]) / (x[1] - x[0]));
        }

        /** Twice this less the other, each. */
        Crowd extrapolated(Crowd coarse) {
            return new Crowd(2 * above - coarse.above, 2 * below - coarse.below, 2 * consumption - coarse.consumption);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0.1, true", "1, 0.1, true", "2, 0.1, false", "1.5, 0.2, true", "2, 0, true", "1, 0, true"})
    void tailsAreThoseOfTheClosedForm(double gamma, double sigma, boolean annuities) {
        Map<String, Object> given =
                Map.of("risk-aversion", gamma, "volatility", sigma, "annuities", annuities, "min-log-wealth", -10.0);
        double income = annuities ? R + ETA : R;
        double half = sigma * sigma / 2;
        double consumption = (RHO + ETA - (1 - gamma) * (income - gamma * half)) / gamma;
        double trend = income - consumption - half;
        Crowd found = Crowd.of(given, 4401).extrapolated(Crowd.of(given, 2201));
        assertThat(found.consumption()).isCloseTo(consumption, within(1e-3 * consumption));
        if (sigma == 0) {
            assertThat(found.above()).isCloseTo(ETA / trend, within(1e-3 * ETA / trend));
            return;
        }
        double root = Math.sqrt(trend * trend + 4 * half * ETA);
        double above = (root - trend) / (2 * half);
        double below = (root + trend) / (2 * half);
        assertThat(found.above()).isCloseTo(above, within(1e-3 * above));
        assertThat(found.below()).isCloseTo(below, within(1e-3 * below));
    }

    @Test
    void householdsWhoWouldNotConsumeAreRefused() {
        assertThatThrownBy(() -> MFG.game(NAME, Map.of("risk-aversion", 0.1, "interest-rate", 0.3)))
                .hasMessage("interest-rate must be such that households consume, ρ + η > (1 - γ)(R - γσ²/2), was 0.3");
    }
}
