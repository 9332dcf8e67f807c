package org.mfg.models.economy;

import java.util.function.DoubleUnaryOperator;

/**
 * What a household chooses at a place x = (a, z), from what it saves there. Consumption c and hours l are the best ones for that saving s:
 *
 * <pre>
 *   c = earnings + unearned income - s,   U'(c) w z = v'(l) where labour costs utility, w z = v'(l) where it costs consumption.
 * </pre>
 *
 * <p>So policies are had from the drift of a discrete game, at a borrowing limit too, where s = 0.
 */
public final class Choices {
    /** Spending is sought above its least by e^±100. */
    private static final double WIDEST = 100;

    private final Households households;
    private final Budget budget;
    private final DoubleUnaryOperator profile;

    Choices(Households households, Budget budget, DoubleUnaryOperator profile) {
        this.households = households;
        this.budget = budget;
        this.profile = profile;
    }

    /**
     * Consumption c.
     *
     * @param t the age, of a life that ends
     * @param x the position (a, z)
     * @param saving s = da/dt
     */
    public double consumption(double t, double[] x, double saving) {
        double spending = spending(t, x, saving);
        return spending + households.labour().hardship(best(t, x, spending));
    }

    /** Hours l, as {@link #consumption}. */
    public double hours(double t, double[] x, double saving) {
        return best(t, x, spending(t, x, saving));
    }

    /** What the state takes less what it gives: taxes on labour and capital, less the transfer. */
    public double taxes(double t, double[] x, double saving) {
        return budget.taxes(x[0], productivity(t, x), hours(t, x, saving)) - budget.transfer();
    }

    /** Productivity z at an age. */
    public double productivity(double t, double[] x) {
        return profile.applyAsDouble(t) * households.incomes().productivity(coordinate(x));
    }

    /** What an hour pays after taxes. */
    double pay(double t, double[] x) {
        return budget.pay(productivity(t, x));
    }

    double unearned(double[] x) {
        return budget.unearned(x[0]);
    }

    /** The income of somebody who works as if there were next to nothing to consume; infinite where hours have no bound. */
    double mostIncome(double t, double[] x) {
        double y = pay(t, x);
        Utility utility = households.utility();
        double hours = households.labour().hours(utility.marginal(utility.least()), y);
        return households.labour().earnings(hours, y) + unearned(x);
    }

    static double coordinate(double[] x) {
        return x.length > 1 ? x[1] : 0;
    }

    /** The best hours. */
    private double best(double t, double[] x, double spending) {
        return households.labour().hours(households.utility().marginal(spending), pay(t, x));
    }

    /** What utility is taken of, c or c - v(l), where saving is s. */
    double spending(double t, double[] x, double saving) {
        Labour labour = households.labour();
        double y = pay(t, x);
        double rest = unearned(x) - saving;
        if (!(labour instanceof Labour.Separable)) {
            return labour.earnings(labour.hours(1, y), y) + rest;
        }
        Utility utility = households.utility();
        double least = Math.max(utility.least(), rest);
        double s = Root.ofIncreasing(
                e -> {
                    double c = least + Math.exp(e);
                    return c - rest - labour.earnings(labour.hours(utility.marginal(c), y), y);
                },
                e -> {
                    double c = least + Math.exp(e);
                    double q = utility.marginal(c);
                    double response = labour.response(labour.hours(q, y), y, q);
                    return Math.exp(e) * (1 + response * q / utility.riskTolerance(c));
                },
                Math.log(y),
                -WIDEST,
                WIDEST);
        return least + Math.exp(s);
    }
}
