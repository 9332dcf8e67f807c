package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.app.path.Series;
import org.mfg.app.path.Welfare;
import org.mfg.models.economy.Economy;
import org.mfg.models.economy.HouseholdParameters;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Price;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.path.DiscreteEconomy;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;
import org.mfg.solvers.path.TransitionSolver;

class WelfareTest {
    private static final Mfg MFG = Mfg.load();
    private static final double DISCOUNT = 0.05;
    private static final TimeGrid TIME = new TimeGrid(100, 50, 10);

    private static GameProvider economy(double riskAversion) {
        return Economy.builder("mine")
                .utility(HouseholdParameters.crra(riskAversion))
                .discount(DISCOUNT)
                .incomes(Incomes.chain(States.two("low", "high", 0.3, 0.4), 0.8, 1.3))
                .wealth(0, 15, 2)
                .interestRate(0.03)
                .price(Price.WAGE, 1)
                .build();
    }

    private static Transition path(GameProvider provider, Shock... shocks) {
        Parameters given = Parameters.of("game", provider.parameters(), Map.of());
        DiscreteEconomy economy = new DiscreteEconomy(
                provider,
                MFG.discretization("upwind", Map.of()),
                Grid.of(provider.create(given).domain(), 200),
                MFG.solver("newton", Map.of("tolerance", 1e-10)));
        return new TransitionSolver(economy, 1e-10, 1e-11).atGivenPrices(given, List.of(shocks), TIME, Monitor.NONE);
    }

    /**
     * By the envelope theorem a small change dw of the wage is worth E ∫ e^(-ρt) U'(c) z dw dt, and the mean over a crowd at rest, which stays as it is, is
     * (Σ m U'(c) z) ∫ e^(-ρt) dw dt; of implicit steps e^(-ρt) is Π 1/(1 + ρΔt).
     */
    @Test
    void aSmallGainIsThatOfTheEnvelopeTheorem() {
        for (double gamma : new double[] {1, 2}) {
            double part = 1e-5;
            Transition t = path(economy(gamma), Shock.decaying("wage", 1, part, 0.3));
            double sum = 0;
            double factor = 1;
            for (int j = 0; j < TIME.steps(); j++) {
                factor /= 1 + DISCOUNT * TIME.step(j);
                sum += TIME.step(j) * factor * part * Math.exp(-0.3 * TIME.time(j + 1));
            }
            CrossSection crowd = CrossSection.last(t.start().game(), t.start().equilibrium());
            double[] z = {0.8, 1.3};
            double worth = crowd.aggregate(AgentQuantity.ofDrift("worth", (x, drift) -> {
                double c = z[(int) x[1]] + 0.03 * x[0] - drift[0];
                return Math.pow(c, -gamma) * z[(int) x[1]];
            }));
            double value = crowd.aggregate(AgentQuantity.ofDrift("utility", (x, drift) -> {
                double c = z[(int) x[1]] + 0.03 * x[0] - drift[0];
                return gamma == 1 ? Math.log(c) : -1 / c;
            }));
            // dλ = dW/((1 - γ) W), and ρ W is the mean utility of a crowd at rest.
            double expected = gamma == 1 ? DISCOUNT * worth * sum : worth * sum * DISCOUNT / ((1 - gamma) * value);
            Welfare welfare = Welfare.of(t, Series.of(t)).orElseThrow();
            assertThat(welfare.ofMean()).as("γ = %s", gamma).isCloseTo(expected, within(1e-4 * expected));
            assertThat(welfare.shareOfWinners()).isCloseTo(1, within(1e-12));
        }
    }

    /** A consumption that is higher by a part in all states: of log utility V rises by log(1 + λ)/ρ, as λ says. */
    @Test
    void whoWouldConsumeMoreForEverGainsThatPart() {
        var measure = economy(1)
                .consumptionEquivalent(Parameters.of("game", economy(1).parameters(), Map.of()), List.of());
        assertThat(measure.orElseThrow().of(-3, -3 + Math.log(1.02) / DISCOUNT)).isCloseTo(0.02, within(1e-12));
        var power = economy(3)
                .consumptionEquivalent(Parameters.of("game", economy(3).parameters(), Map.of()), List.of());
        assertThat(power.orElseThrow().of(-3, -3 * Math.pow(1.02, -2))).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void whatHasNoSuchMeasureHasNone() {
        GameProvider working = Economy.builder("working")
                .utility(Utility.crra(2))
                .labour(HouseholdParameters.separable(30, 0.5))
                .discount(DISCOUNT)
                .incomes(Incomes.chain(States.two("low", "high", 0.3, 0.4), 0.8, 1.3))
                .wealth(0, 15, 2)
                .interestRate(0.03)
                .build();
        assertThat(working.consumptionEquivalent(Parameters.of("game", working.parameters(), Map.of()), List.of()))
                .isEmpty();
    }

    /** Values before and after are in the units of preferences that differ. */
    @Test
    void aShockToPreferencesHasNoWelfare() {
        Parameters given = Parameters.of("game", economy(2).parameters(), Map.of());
        assertThat(economy(2).consumptionEquivalent(given, List.of("interest-rate")))
                .isPresent();
        assertThat(economy(2).consumptionEquivalent(given, List.of("interest-rate", "discount")))
                .isEmpty();
        assertThat(economy(2).consumptionEquivalent(given, List.of("risk-aversion")))
                .isEmpty();
    }
}
