package org.mfg.models.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;
import org.mfg.api.testkit.HamiltonianKit;

class SavingsHamiltonianTest {
    private static final Domain WEALTH =
            Domain.of(Axis.noFlux("a", 0, 2), Axis.states("income", States.populations("low", "high")));

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 5})
    void itsDerivativesAndConvexityAreThoseOfItsFormula(double riskAversion) {
        HamiltonianKit.check(new SavingsHamiltonian(0.03, Earnings.of(0.5, 1), riskAversion, 50), WEALTH);
    }

    /** The best consumption satisfies U'(c) = -p, and H is what is left: U(c) + p c - p (y + r a). */
    @Test
    void consumptionIsWhereItsMarginalUtilityIsTheValueOfWealth() {
        SavingsHamiltonian h = new SavingsHamiltonian(0.03, Earnings.of(0.5, 1), 2, 50);
        double[] x = {2, 1};
        double p = -4;
        double c = 0.5;
        assertThat(h.axisValue(0, 0, x, p, 0)).isCloseTo(-1 / c + p * c - p * 1.06, within(1e-14));
        assertThat(h.axisDerivative(0, 0, x, p, 0)).isCloseTo(c - 1.06, within(1e-14));
        assertThat(h.axisDerivative(0, 0, x, h.axisMinimizer(0, 0, x, 0), 0)).isCloseTo(0, within(1e-14));
    }

    @Test
    void householdsThatCannotPayTheirInterestAreRefused() {
        Households households = new Households(0.05, 2, 0.1, 0.2, 1, 1, -5, 5, 1);
        assertThatThrownBy(() -> households.game("debt", 0.03, 1))
                .hasMessage(
                        "interest-rate must leave every household an income after interest, w z + r a > 0 for all a from"
                                + " min-wealth to max-wealth, was 0.03");
        assertThatThrownBy(() -> new Households(0.05, 2, 0.3, 0.2, 1, 1, 0, 5, 1))
                .hasMessage("high must be above the low productivity 0.3, was 0.2");
    }
}
