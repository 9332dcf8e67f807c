package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.Parameters;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.Economy;
import org.mfg.models.economy.EconomyBuilder;
import org.mfg.models.economy.HouseholdParameters;
import org.mfg.models.economy.Households;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Price;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/** Rates that depend on wealth, and a state that takes and gives. */
class BudgetTest {
    private static final Mfg MFG = Mfg.load();

    /** Whoever cannot gain by debt has a borrowing limit at 0: the same densities on the same nodes, and nobody below. */
    @Test
    void aWedgeAtWhichNobodyBorrowsIsABorrowingLimit() {
        TwoIncomes free = new TwoIncomes(0.05, 1, 2, 1.0 / 3, 1.0 / 3, -1, 5);
        TwoIncomes limited = new TwoIncomes(0.05, 1, 2, 1.0 / 3, 1.0 / 3, 0, 5);
        Budget budget = Budget.of(0.03, 1);
        double[] m = density(free, budget.withBorrowingWedge(0.9), 601);
        double[] above = density(limited, budget, 501);
        assertThat(Arrays.copyOf(m, 200)).containsOnly(0);
        assertThat(Arrays.copyOfRange(m, 200, m.length)).containsExactly(above, within(1e-11));
        // Some who earn little stay there, none who earn more.
        assertThat(m[200]).isGreaterThan(0.05);
    }

    /**
     * Three incomes, of which the least makes debts and the middle one neither these nor savings: an atom at 0 with some on both sides. As at a
     * borrowing limit, saving is like the root of the distance there, so that what a node's cell has of the density beside the atom is too: masses at
     * the node converge with the root of h, and what is extrapolated so agrees to three digits.
     */
    @Test
    void aKinkInTheRateIsAnAtomWithSomeOnBothSides() {
        double coarse = middleAtZero(masses(kinked(601)));
        double middle = middleAtZero(masses(kinked(1201)));
        double fine = middleAtZero(masses(kinked(2401)));
        assertThat((fine - middle) / (middle - coarse)).isBetween(0.68, 0.75);
        double root = Math.sqrt(2);
        double limit = (root * fine - middle) / (root - 1);
        assertThat((root * middle - coarse) / (root - 1)).isCloseTo(limit, within(1e-3));
        assertThat(limit).isCloseTo(0.3712, within(1e-3));
    }

    /** It is told as an atom, as that at a limit is; the wealth that other states save for, where saving falls like the distance, has none. */
    @Test
    void theAtomAtAKinkIsFound() {
        DiscreteGame game = kinked(1201);
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(game);
        double[] mass = masses(game);
        List<Atom> atoms = Atom.of(game, e);
        assertThat(atoms).contains(new Atom(zero(mass) + 1, middleAtZero(mass)));
        assertThat(atoms).filteredOn(atom -> atom.mass() > 1e-9).hasSize(1);
    }

    /** Numbers of a program written apart from this one, the same scheme with sparse direct solves. */
    @Test
    void theAtomIsThatOfAnIndependentProgram() {
        DiscreteGame game = kinked(601);
        double[] mass = masses(game);
        assertThat(middleAtZero(mass)).isCloseTo(0.440091873636, within(1e-9));
        double below = 0;
        double wealth = 0;
        for (int i = 0; i < mass.length; i++) {
            double a = game.grid().coordinate(i, 0);
            below += i < zero(mass) ? mass[i] : 0;
            wealth += mass[i] * a;
        }
        assertThat(below).isCloseTo(0.159441305269, within(1e-9));
        assertThat(wealth).isCloseTo(0.062317628207, within(1e-9));
    }

    private static DiscreteGame kinked(int nodes) {
        double[][] rates = {{0, 1, 0}, {0.1, 0, 0.1}, {0, 1, 0}};
        Households households = new Households(
                Utility.crra(2), 0.05, Incomes.chain(new double[] {0.9, 1, 1.3}, rates), Households.wealth(-1, 5, 1));
        return MFG.discretize(households.game("kink", Budget.of(0.03, 1).withBorrowingWedge(0.05)), nodes, 1);
    }

    /** The first entry at wealth 0, a sixth of the way. */
    private static int zero(double[] mass) {
        return (mass.length / 3 - 1) / 6 * 3;
    }

    private static double middleAtZero(double[] mass) {
        return mass[zero(mass) + 1];
    }

    private static double[] density(TwoIncomes h, Budget budget, int nodes) {
        return masses(MFG.discretize(h.households(Utility.crra(2)).game("wedge", budget), nodes, 1));
    }

    private static double[] masses(DiscreteGame game) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(game);
        assertThat(e.isConverged()).as(e.message()).isTrue();
        CrossSection crowd = CrossSection.last(game, e);
        double[] mass = new double[game.grid().size()];
        Arrays.setAll(mass, crowd::mass);
        return mass;
    }

    private static EconomyBuilder taxed() {
        return Economy.builder("taxed")
                .utility(Utility.crra(2))
                .discount(0.05)
                .incomes(HouseholdParameters.twoIncomes(1, 2, 1.0 / 3, 1.0 / 3))
                .wealth(0, 20, 2)
                .interestRate(0.04)
                .price(Price.LABOUR_TAX, 0.2)
                .price(Price.CAPITAL_TAX, 0.1)
                .firm(0.1, 1.0 / 3, 0.05);
    }

    /** T = τ_l w L + τ_k r K, with both markets cleared at once; and one after the other. */
    @Test
    void twoMarketsAreClearedAtOnce() {
        Economy both = taxed().balancedBy(Price.TRANSFER).build();
        ClearedMarket market = clear(both, Map.of());
        assertThat(market.largestExcess()).isLessThan(1e-10);
        Map<String, Double> found = both.market().orElseThrow().quantities(market.parameters(), market.crowd());
        double r = market.parameters().real("interest-rate");
        double transfer = market.parameters().real("transfer");
        assertThat(found.get("labour")).isCloseTo(1.5, within(1e-12));
        assertThat(transfer).isCloseTo(0.2 * found.get("wage") * 1.5 + 0.1 * r * found.get("capital"), within(1e-10));

        // What is produced is consumed, or replaces capital that wears off (Walras' law).
        double consumed =
                market.crowd().aggregate(both.policies(market.parameters()).get(0));
        assertThat(consumed).isCloseTo(found.get("output") - 0.05 * found.get("capital"), within(1e-10));

        Economy capital = taxed().price(Price.TRANSFER, transfer).build();
        assertThat(clear(capital, Map.of()).parameters().real("interest-rate")).isCloseTo(r, within(1e-9));
    }

    /** The other way round: the tax that pays for what is given, where hours depend on it. */
    @Test
    void aTaxThatBalancesABudgetWhereHoursAreChosen() {
        Economy economy = taxed().labour(HouseholdParameters.separable(10, 0.5))
                .price(Price.TRANSFER, 0.02)
                .balancedBy(Price.LABOUR_TAX)
                .build();
        ClearedMarket market = clear(economy, Map.of("capital-tax", 0));
        assertThat(market.largestExcess()).isLessThan(1e-10);
        Parameters p = market.parameters();
        Map<String, Double> found = economy.market().orElseThrow().quantities(p, market.crowd());
        assertThat(p.real("labour-tax") * found.get("wage") * found.get("labour"))
                .isCloseTo(0.02, within(1e-10));
    }

    /** At a given rate it is the one price, from a transfer that nobody could pay too. */
    @Test
    void aBudgetMayBeTheOneMarket() {
        Economy economy = Economy.builder("given")
                .utility(Utility.crra(2))
                .discount(0.05)
                .incomes(HouseholdParameters.twoIncomes(1, 2, 1.0 / 3, 1.0 / 3))
                .wealth(-1, 10, 1)
                .interestRate(0.02)
                .price(Price.LABOUR_TAX, 0.2)
                .balancedBy(Price.TRANSFER)
                .build();
        assertThat(clear(economy, Map.of()).parameters().real("transfer")).isCloseTo(0.2 * 1.5, within(1e-10));
        assertThat(clear(economy, Map.of("transfer", -3)).parameters().real("transfer"))
                .isCloseTo(0.2 * 1.5, within(1e-10));
    }

    private static ClearedMarket clear(Economy economy, Map<String, ?> given) {
        ClearedMarket market = new MarketClearing(
                        economy,
                        game -> MFG.discretize(game, 300, 1),
                        MFG.solver("newton", Map.of("tolerance", 1e-11)),
                        1e-11)
                .clear(Parameters.of("economy", economy.parameters(), given), Monitor.NONE);
        assertThat(market.message()).isEmpty();
        return market;
    }
}
