package org.mfg.models.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.States;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.testkit.HamiltonianKit;

class SavingsHamiltonianTest {
    private static final Budget BUDGET =
            Budget.of(0.03, 0.9).withBorrowingWedge(0.02).withTaxes(0.2, 0.1).withTransfer(0.05);

    private static Households households(Utility utility, Labour labour) {
        return new Households(
                utility,
                labour,
                0.05,
                Incomes.chain(States.two("low", "high", 1, 1), 0.5, 1),
                Households.wealth(-1, 2, 1));
    }

    static Stream<Households> all() {
        return Stream.of(Labour.fixed(), Labour.separable(2, 0.5), Labour.ghh(2, 0.5))
                .flatMap(labour -> Stream.of(
                                Utility.crra(0.5),
                                Utility.log(),
                                Utility.crra(2),
                                Utility.crra(5),
                                Utility.stoneGeary(2, 0.02),
                                Utility.cara(1.5),
                                UtilityTest.ofTwoPowers(),
                                Utility.formula("log(c)"))
                        .map(utility -> households(utility, labour)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsDerivativesAndConvexityAreThoseOfItsFormula(Households households) {
        MeanFieldGame game = households.game("test", BUDGET);
        HamiltonianKit.check(game.hamiltonian(), game.domain());
    }

    /** The maximum over consumption and hours found by search, with the budget and the utility written out once more. */
    @ParameterizedTest
    @MethodSource("all")
    void itIsTheMaximumOverConsumptionAndHours(Households households) {
        AxiswiseHamiltonian h =
                (AxiswiseHamiltonian) households.game("test", BUDGET).hamiltonian();
        for (double p : new double[] {-0.6, -2, -9}) {
            for (double a : new double[] {-1, 0, 2}) {
                double[] x = {a, 1};
                double interest = a < 0 ? 0.05 * a : 0.9 * 0.03 * a;
                DoubleUnaryOperator best = l -> {
                    double v = 2 * Math.pow(l, 3) / 3;
                    boolean isGhh = households.labour() instanceof Labour.Ghh;
                    boolean isFixed = households.labour() instanceof Labour.Fixed;
                    return maximum(
                            c -> households.utility().value(isGhh ? c - v : c)
                                    - (isGhh || isFixed ? 0 : v)
                                    + p * (c - 0.8 * 0.9 * l - interest - 0.05),
                            Math.max(-5, households.utility().least()) + 1e-9 + (isGhh ? v : 0),
                            6);
                };
                double searched =
                        households.labour() instanceof Labour.Fixed ? best.applyAsDouble(1) : maximum(best, 0, 3);
                assertThat(h.axisValue(0, 0, x, p, 0)).isCloseTo(searched, within(1e-9 * (1 + Math.abs(searched))));
            }
        }
    }

    private static double maximum(DoubleUnaryOperator f, double low, double high) {
        return new BrentOptimizer(1e-10, 1e-14)
                .optimize(
                        new MaxEval(1000),
                        GoalType.MAXIMIZE,
                        new SearchInterval(low, high),
                        new UnivariateObjectiveFunction(f::applyAsDouble))
                .getValue();
    }

    /** The best consumption satisfies U'(c) = -p, and H is what is left: U(c) + p c - p (y + r a). */
    @Test
    void consumptionIsWhereItsMarginalUtilityIsTheValueOfWealth() {
        AxiswiseHamiltonian h = (AxiswiseHamiltonian) households(Utility.crra(2), Labour.fixed())
                .game("test", Budget.of(0.03, 1))
                .hamiltonian();
        double[] x = {2, 1};
        double p = -4;
        double c = 0.5;
        assertThat(h.axisValue(0, 0, x, p, 0)).isCloseTo(-1 / c + p * c - p * 1.06, within(1e-14));
        assertThat(h.axisDerivative(0, 0, x, p, 0)).isCloseTo(c - 1.06, within(1e-14));
        assertThat(h.axisDerivative(0, 0, x, h.axisMinimizer(0, 0, x, 0), 0)).isCloseTo(0, within(1e-14));
    }

    /** Policies from a saving are those that make the Hamiltonian's drift. */
    @ParameterizedTest
    @MethodSource("all")
    void choicesAreThoseOfTheHamiltonian(Households households) {
        AxiswiseHamiltonian h =
                (AxiswiseHamiltonian) households.game("test", BUDGET).hamiltonian();
        Choices choices = households.choices(BUDGET);
        double[] x = {-0.5, 0};
        for (double p : new double[] {-0.6, -2, -9}) {
            double saving = -h.axisDerivative(0, 0, x, p, 0);
            double c = choices.consumption(0, x, saving);
            double l = choices.hours(0, x, saving);
            assertThat(0.8 * 0.9 * 0.5 * l + 0.05 * -0.5 + 0.05 - c)
                    .isCloseTo(saving, within(1e-12 * (1 + Math.abs(c))));
            double v = 2 * Math.pow(l, 3) / 3;
            double spending = households.labour() instanceof Labour.Ghh ? c - v : c;
            assertThat(households.utility().marginal(spending)).isCloseTo(-p, within(-1e-10 * p));
            assertThat(choices.taxes(0, x, saving)).isCloseTo(0.2 * 0.9 * 0.5 * l - 0.05, within(1e-14));
        }
    }

    @Test
    void householdsThatCannotPayTheirInterestAreRefused() {
        Households poor = new Households(
                Utility.crra(2),
                0.05,
                Incomes.chain(States.two("low", "high", 1, 1), 0.1, 0.2),
                Households.wealth(-5, 5, 1));
        assertThatThrownBy(() -> poor.game("debt", Budget.of(0.03, 1)))
                .hasMessage(
                        "interest-rate must leave every household an income after interest and taxes, was 0.03, which"
                                + " leaves -0.05 at wealth -5.0 in state low");
        assertThatThrownBy(() -> Households.wealth(2, 2, 1))
                .hasMessage("max-wealth must be above the least wealth 2.0, was 2.0");
    }

    @Test
    void aCertainIncomeForEverIsRefused() {
        Households certain = new Households(Utility.log(), 0.05, Incomes.certain(1), Households.wealth(0, 5, 1));
        assertThatThrownBy(() -> certain.game("certain", Budget.of(0.03, 1)))
                .hasMessage(
                        "incomes must change by chance where life is for ever: else nothing mixes the wealth of households");
    }

    /** Who may work as long as it takes can pay any interest. */
    @Test
    void whoeverChoosesHoursHasAnIncome() {
        Households indebted = new Households(
                Utility.crra(2), Labour.separable(1, 0.5), 0.05, Incomes.certain(0.1), Households.wealth(-50, 5, 1));
        LifeCycle life = new LifeCycle(1, t -> 1, x -> 1, x -> 0);
        AxiswiseHamiltonian h = (AxiswiseHamiltonian)
                indebted.game("debt", Budget.of(0.03, 1), life).hamiltonian();
        double[] x = {-50};
        assertThat(h.axisDerivative(0, 0, x, h.axisMinimizer(0, 0, x, 0), 0)).isCloseTo(0, within(1e-12));
    }
}
