package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.ConsumptionEquivalent;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;

class ConsumptionEquivalentTest {
    private static final Mfg MFG = Mfg.load();

    /** Whose income, debts and wealth all are a tenth larger consumes a tenth more, in all states and for ever. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 5})
    void whoseIncomeAndWealthAreATenthLargerIsATenthBetterOff(double riskAversion) {
        double before = value(riskAversion, 1);
        double after = value(riskAversion, 1.1);
        assertThat(ConsumptionEquivalent.of(riskAversion, 0.05, before, after)).isCloseTo(0.1, within(1e-9));
        assertThat(ConsumptionEquivalent.of(riskAversion, 0.05, after, before)).isCloseTo(1 / 1.1 - 1, within(1e-9));
    }

    private static double value(double riskAversion, double factor) {
        TwoIncomes households = new TwoIncomes(0.05, factor, 2 * factor, 1.0 / 3, 1.0 / 3, -0.5 * factor, 10 * factor);
        MeanFieldGame game = households.households(Utility.crra(riskAversion)).game("households", Budget.of(0.03, 1));
        return -StationaryEquilibrium.of(
                        MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(MFG.discretize(game, 101, 1)))
                .u()[40];
    }

    @Test
    void aValueThatNoConsumptionHasIsRefused() {
        assertThatThrownBy(() -> ConsumptionEquivalent.of(2, 0.05, -3, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("after must have the sign of 1 - risk-aversion = -1.0, was 1.0");
    }
}
