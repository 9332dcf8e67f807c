package org.mfg.models.economy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;

/**
 * Households that save against shocks to their income and cannot borrow beyond a limit, at given prices: with a {@link Budget} of r, w and taxes,
 *
 * <pre>
 *   ρ V_k = max over c, l of U(c) - v(l) + V_k'(a) s + Σ_l λ_kl (V_l - V_k),   s = (1 - τ) w z_k l + T + R(a) - c,   a >= a_min
 *   0 = -(s_k m_k)' - Σ_l (λ_kl m_k - λ_lk m_l)
 * </pre>
 *
 * <p>as the discounted stationary mean field game of u = -V on the places (a, k), without noise on wealth, with a state constraint at
 * both ends (Achdou, Han, Lasry, Lions and Moll 2022). No household minds what the others do but for prices; those are given here. In Java:
 *
 * <pre>
 *   new Households(Utility.log(), 0.05, Incomes.chain(States.two("low", "high", 0.3, 0.3), 1, 2), Households.wealth(0, 20, 1))
 *           .game("mine", Budget.of(0.03, 1));
 * </pre>
 *
 * @param utility U
 * @param labour hours l and what they cost, v
 * @param discount ρ > 0, the rate of time preference
 * @param incomes z and its chances
 * @param wealth the axis of a, from the borrowing limit to where nobody saves
 */
public record Households(Utility utility, Labour labour, double discount, Incomes incomes, Axis wealth) {

    /** Consumption is sought up to this multiple of what somebody spends who does not save. */
    private static final double CONSUMPTION_BOUND = 1000;

    /** Checks the discount. */
    public Households {
        if (!(discount > 0)) {
            throw InvalidInputException.of("discount", "be > 0", discount);
        }
    }

    /** Households that work one hour. */
    public Households(Utility utility, double discount, Incomes incomes, Axis wealth) {
        this(utility, Labour.fixed(), discount, incomes, wealth);
    }

    /** The same with a choice of hours. */
    public Households with(Labour choice) {
        return new Households(utility, choice, discount, incomes, wealth);
    }

    /**
     * An axis of wealth a.
     *
     * @param lower a_min, the borrowing limit
     * @param upper the upper end, above which nobody should save
     * @param grading p >= 1, by which nodes crowd at the limit: a_min + (a_max - a_min) (i/n)^p
     */
    public static Axis wealth(double lower, double upper, double grading) {
        if (!(upper > lower)) {
            throw InvalidInputException.of("max-wealth", "be above the least wealth " + lower, upper);
        }
        Axis axis = new Axis("a", lower, upper, Boundary.stateConstraint(), Boundary.stateConstraint());
        return grading == 1 ? axis : axis.graded(Grading.power(grading));
    }

    /** The places (a, z), or a alone where incomes are certain. */
    public Domain domain() {
        return incomes.axis().map(z -> Domain.of(wealth, z)).orElse(Domain.of(wealth));
    }

    /** The least that anybody without wealth can earn and is given; infinite where hours have no bound. */
    double leastIncome(Budget budget) {
        Choices choices = choices(budget);
        return Arrays.stream(incomes.extremes())
                .map(z -> choices.mostIncome(0, new double[] {0, z}))
                .min()
                .orElseThrow();
    }

    /** What they choose at given prices. */
    public Choices choices(Budget budget) {
        return new Choices(this, budget, t -> 1);
    }

    /**
     * The game of households that live for ever.
     *
     * @throws InvalidInputException if the poorest cannot pay the interest on what they owe, or incomes are certain
     */
    public MeanFieldGame game(String name, Budget budget) {
        if (incomes.axis().isEmpty()) {
            throw InvalidInputException.because(
                    "incomes",
                    "incomes must change by chance where life is for ever: else nothing mixes the wealth of households");
        }
        return builder(name, budget, t -> 1, 0).forever().build();
    }

    /**
     * The game of a generation, whose time is its age.
     *
     * @throws InvalidInputException if somebody cannot pay the interest on what is owed at some age
     */
    public MeanFieldGame game(String name, Budget budget, LifeCycle life) {
        return builder(name, budget, life.profile(), life.years())
                .horizon(life.years())
                .initialDensity(life.newborn())
                .terminalCost(x -> -life.bequest().at(x))
                .build();
    }

    private MeanFieldGameBuilder builder(String name, Budget budget, DoubleUnaryOperator profile, double years) {
        Choices choices = new Choices(this, budget, profile);
        HouseholdChecks checks = new HouseholdChecks(this, choices, budget);
        double most = CONSUMPTION_BOUND * checks.mostSpending(years);
        checks.requireUtility(most);
        double volatility = incomes.volatility();
        return MeanFieldGame.builder(name)
                .domain(domain())
                .discount(discount)
                .diffusion(volatility == 0 ? Diffusion.of(0) : Diffusion.axes(0, volatility * volatility / 2))
                .hamiltonian(new SavingsHamiltonian(this, choices, most));
    }
}
