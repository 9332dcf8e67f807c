package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.Economy;
import org.mfg.models.economy.Households;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.LifeCycle;
import org.mfg.models.economy.LifeParameters;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;

/** A life that ends. */
class LifeCycleTest {
    private static final Mfg MFG = Mfg.load();
    private static final double DISCOUNT = 0.05;
    private static final double RATE = 0.02;
    private static final double AVERSION = 2;
    private static final double YEARS = 10;
    private static final double WAGE_GROWTH = 0.02;
    private static final double LIMIT = -6;

    /**
     * Without chance c'/c = g = (r - ρ)/γ, and wealth is at the limit at the end and not before: ∫ c e^(-rt) = a - a_min e^(-rT) + ∫ y e^(-rt). The first
     * consumption from there, and the value, to first order in the steps of wealth and of time.
     */
    @Test
    void consumptionGrowsAtTheRateOfEuler() {
        double exact = consumption();
        double coarse = -found(301, 100) - exact;
        double fine = -found(601, 200) - exact;
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(0.8, 1.2);
        assertThat(2 * fine - coarse).isCloseTo(0, within(2e-3 * exact));
    }

    /** What is not consumed is saved: means add up to income at every age, and mean wealth grows by mean saving. */
    @Test
    void profilesAddUp() {
        GameProvider life = Economy.builder("life")
                .utility(Utility.crra(2))
                .discount(DISCOUNT)
                .incomes(Incomes.chain(States.two("low", "high", 0.3, 0.3), 0.7, 1.3))
                .wealth(-0.5, 12, 1)
                .interestRate(0.045)
                .life(new LifeParameters(40, "1+0.03*t-0.0007*t^2", "exp(-5*a^2)", "0.2*log(a+2)"))
                .build();
        Study study = Study.of(
                MFG,
                life,
                new Study.Request(
                        Map.of(),
                        new GridChoice(Map.of(0, 120), OptionalInt.of(50), OptionalDouble.of(0.5)),
                        Choice.of("upwind"),
                        Choice.of("newton")));
        Outcome outcome = study.solve(Monitor.NONE);
        Map<String, double[]> profiles = outcome.statistics().profiles();
        TimeGrid time = outcome.equilibrium().time();
        double[] wealth = profiles.get("mean wealth");
        double[] saving = profiles.get("mean saving");
        double[] consumption = profiles.get("mean consumption");
        for (int j = 1; j < wealth.length; j++) {
            double t = time.time(j + 1);
            double income = 1 + 0.03 * t - 0.0007 * t * t + 0.045 * wealth[j];
            assertThat(consumption[j] + saving[j]).as("at %s", t).isCloseTo(income, within(1e-10));
            assertThat(wealth[j] - wealth[j - 1]).as("at %s", t).isCloseTo(time.step(j) * saving[j], within(1e-10));
        }
        assertThat(outcome.statistics().fields().get("consumption")).hasSize(50 * 120 * 2);
    }

    /** Nobody reaches the end of a long grid; of a short one somebody does, and it is said at which age. */
    @Test
    void whereWealthReachesTheEndOfTheGridAWarningTellsTheAge() {
        assertThat(warning(60)).isEmpty();
        assertThat(warning(1.5).get(0))
                .matches(
                        ".* % of the households are at the end of the grid at age [0-9.]+: max-wealth should be larger");
    }

    private static List<String> warning(double largest) {
        GameProvider life = Economy.builder("life")
                .utility(Utility.crra(2))
                .discount(DISCOUNT)
                .incomes(Incomes.certain(1))
                .wealth(-0.5, largest, 1)
                .interestRate(0.045)
                .life(new LifeParameters(30, "1+0.1*t", "exp(-a^2)", "log(a+2)"))
                .build();
        Study study = Study.of(
                MFG,
                life,
                new Study.Request(
                        Map.of(),
                        new GridChoice(Map.of(0, 120), OptionalInt.of(50), OptionalDouble.empty()),
                        Choice.of("upwind"),
                        Choice.of("newton")));
        return study.warnings(study.solve(Monitor.NONE).equilibrium());
    }

    private static double consumption() {
        double g = (RATE - DISCOUNT) / AVERSION;
        double resources = -LIMIT * Math.exp(-RATE * YEARS) + integral(WAGE_GROWTH - RATE);
        return resources / integral(g - RATE);
    }

    /** ∫_0^T e^(kt) dt. */
    private static double integral(double k) {
        return k == 0 ? YEARS : Math.expm1(k * YEARS) / k;
    }

    /** What households without wealth save at first less what they earn. */
    private static double found(int nodes, int steps) {
        Households households =
                new Households(Utility.crra(AVERSION), DISCOUNT, Incomes.certain(1), Households.wealth(LIMIT, 6, 1));
        LifeCycle life = new LifeCycle(YEARS, t -> Math.exp(WAGE_GROWTH * t), x -> x[0] > 0 ? 1 : 0, x -> 0);
        DiscreteGame game = MFG.discretize(households.game("life", Budget.of(RATE, 1), life), nodes, steps);
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-11)).solve(game);
        assertThat(e.isConverged()).as(e.message()).isTrue();
        double earned = Math.exp(WAGE_GROWTH * YEARS / steps);
        return game.policy(e.u(), e.m()).drift(0, (nodes - 1) / 2, 0) - earned;
    }
}
