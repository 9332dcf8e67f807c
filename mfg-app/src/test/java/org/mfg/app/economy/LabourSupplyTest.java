package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.States;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.Choices;
import org.mfg.models.economy.Households;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Labour;
import org.mfg.models.economy.LifeCycle;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;

/** Hours that households choose. */
class LabourSupplyTest {
    private static final Mfg MFG = Mfg.load();
    private static final double WEIGHT = 1.5;
    private static final double FRISCH = 0.7;

    /**
     * With a certain income and r = ρ nobody saves: c = w l + r a and, with log utility, w/c = ψ l^(1/φ). So V(a) = (log c - v(l))/ρ for ever, and for a
     * while if that is the bequest. At a = 0 hours are ψ^(-φ/(1+φ)), whatever the wage.
     */
    @Test
    void withoutChanceAndImpatienceHoursAreThoseOfTheClosedForm() {
        double rate = 0.05;
        double wage = 1.3;
        Households households = new Households(
                Utility.log(), Labour.separable(WEIGHT, FRISCH), rate, Incomes.certain(1), Households.wealth(-2, 6, 1));
        LifeCycle life = new LifeCycle(5, t -> 1, x -> 1, x -> {
            double l = hours(wage, rate * x[0]);
            return (Math.log(wage * l + rate * x[0]) - disutility(l)) / rate;
        });
        DiscreteGame game = MFG.discretize(households.game("steady", Budget.of(rate, wage), life), 81, 20);
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(game);
        assertThat(e.isConverged()).as(e.message()).isTrue();
        Choices choices = households.choices(Budget.of(rate, wage));
        for (int i = 0; i < game.grid().size(); i++) {
            double[] x = {game.grid().coordinate(i, 0)};
            assertThat(e.u()[i]).isCloseTo(e.u()[20 * game.grid().size() + i], within(1e-11));
            assertThat(game.policy(e.u(), e.m()).drift(0, i, 0)).isCloseTo(0, within(1e-12));
            assertThat(choices.hours(0, x, 0)).isCloseTo(hours(wage, rate * x[0]), within(1e-13));
        }
        assertThat(choices.hours(0, new double[1], 0))
                .isCloseTo(Math.pow(WEIGHT, -FRISCH / (1 + FRISCH)), within(1e-14));
    }

    /** The root of w = (w l + unearned) ψ l^(1/φ), by bisection. */
    private static double hours(double wage, double unearned) {
        double low = Math.max(0, -unearned / wage);
        double high = 100;
        for (int k = 0; k < 200; k++) {
            double l = 0.5 * (low + high);
            if ((wage * l + unearned) * WEIGHT * Math.pow(l, 1 / FRISCH) < wage) {
                low = l;
            } else {
                high = l;
            }
        }
        return low;
    }

    private static double disutility(double l) {
        return WEIGHT * Math.pow(l, 1 + 1 / FRISCH) / (1 + 1 / FRISCH);
    }

    /**
     * Where labour costs consumption, hours do not depend on wealth, and these are households with the fixed incomes y l - v(l), y l = w z (w z/ψ)^φ: the
     * same values and densities.
     */
    @Test
    void whereLabourCostsConsumptionTheyAreHouseholdsWithOtherIncomes() {
        double wage = 0.9;
        double[] z = {1, 2};
        double[] net = new double[2];
        for (int k = 0; k < 2; k++) {
            double l = Math.pow(wage * z[k] / WEIGHT, FRISCH);
            net[k] = wage * z[k] * l - disutility(l);
        }
        Households choosing = chain(z, Labour.ghh(WEIGHT, FRISCH));
        Equilibrium e = solve(MFG.discretize(choosing.game("ghh", Budget.of(0.03, wage)), 200, 1));
        Equilibrium f = solve(MFG.discretize(chain(net, Labour.fixed()).game("fixed", Budget.of(0.03, 1)), 200, 1));
        assertThat(e.m()).containsExactly(f.m(), within(1e-9));
        assertThat(e.u()).containsExactly(f.u(), within(1e-9));
    }

    /** Stationary: what all consume is what all earn, Σ m (w z l + r a - c) = 0, since wealth stays as it is. */
    @Test
    void inTheLongRunAllThatIsEarnedIsConsumed() {
        Households households = chain(new double[] {1, 2}, Labour.separable(WEIGHT, FRISCH));
        Budget budget = Budget.of(0.03, 0.9).withTaxes(0.1, 0.2).withTransfer(0.02);
        DiscreteGame game = MFG.discretize(households.game("separable", budget), 400, 1);
        CrossSection crowd = CrossSection.last(game, solve(game));
        Choices choices = households.choices(budget);
        double surplus = crowd.aggregate(AgentQuantity.ofDrift(
                "surplus",
                (x, s) -> 0.9 * choices.productivity(0, x) * choices.hours(0, x, s[0])
                        + 0.03 * x[0]
                        - choices.consumption(0, x, s[0])
                        - choices.taxes(0, x, s[0])));
        assertThat(surplus).isCloseTo(0, within(1e-11));
        // Poor households work more than rich ones of the same productivity.
        int last = game.grid().size() - 2;
        AgentQuantity hours = AgentQuantity.ofDrift("hours", (x, s) -> choices.hours(0, x, s[0]));
        assertThat(crowd.value(hours, 0)).isGreaterThan(1.1 * crowd.value(hours, last));
    }

    private static Households chain(double[] z, Labour labour) {
        return new Households(
                Utility.crra(2),
                labour,
                0.05,
                Incomes.chain(States.two("low", "high", 0.5, 0.5), z),
                Households.wealth(0, 10, 1));
    }

    private static Equilibrium solve(DiscreteGame game) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(game);
        assertThat(e.isConverged()).as(e.message()).isTrue();
        return e;
    }
}
