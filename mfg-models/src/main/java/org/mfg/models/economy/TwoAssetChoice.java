package org.mfg.models.economy;

/**
 * What a {@link TwoAssetHousehold} chooses at a place (b, a, k), given what wealth is worth to it: the c and d with the largest
 *
 * <pre>
 *   U(c) + λ (y + r_b b - c - d - χ(d, a)) + μ (r_a a + d),     μ = μ⁺ where r_a a + d > 0, μ⁻ >= μ⁺ where it is < 0.
 * </pre>
 *
 * <p>c and |d| are at most a bound that solutions do not meet, and where λ < 0 as much of b as the dearest d costs is thrown away: so the maximum is finite for all λ and
 * μ, and one of linear functions of them. A work object.
 */
final class TwoAssetChoice {
    private static final int MOST_STEPS = 200;
    /** Of log λ: round-off of the drift is about as much, and the maximum does not change with λ there. */
    private static final double TOLERANCE = 1e-14;

    private final TwoAssetHousehold household;
    private final Crra utility;
    private final double bound;
    private double income;
    private double returns;
    private double illiquid;
    private double slope;

    /** The drift of b. */
    double liquidDrift;
    /** The drift of a. */
    double illiquidDrift;
    /** The maximum. */
    double value;

    TwoAssetChoice(TwoAssetHousehold household) {
        this.household = household;
        utility = new Crra(household.riskAversion());
        bound = household.bound();
    }

    /** Goes to a place. */
    void at(double[] x) {
        income = household.income(x);
        illiquid = x[1];
        returns = household.illiquidRate() * illiquid;
    }

    /**
     * Chooses where a unit of b is worth λ, and one of a μ⁺ or μ⁻.
     *
     * @param rising μ⁺
     * @param falling μ⁻ >= μ⁺; the same where the worth of a is given
     */
    void choose(double lambda, double rising, double falling) {
        double consumption = lambda > 0 ? Math.min(bound, utility.consumption(lambda)) : bound;
        double deposit = deposit(lambda, rising);
        double mu = rising;
        if (!(returns + deposit > 0)) {
            deposit = deposit(lambda, falling);
            mu = falling;
            if (!(returns + deposit < 0)) {
                deposit = -returns;
                mu = 0;
            }
        }
        double transaction = lambda < 0 ? bound : deposit;
        double spent = transaction + household.cost().at(transaction, illiquid);
        liquidDrift = income - consumption - spent;
        illiquidDrift = returns + deposit;
        value = utility.value(consumption) + lambda * liquidDrift + mu * illiquidDrift;
        boolean isInside = mu != 0 && deposit != 0 && Math.abs(deposit) < bound;
        double scale =
                Math.max(illiquid, household.cost().floor()) / household.cost().convex();
        double ofConsumption = consumption < bound ? utility.riskTolerance(consumption) : 0;
        slope = ofConsumption + (isInside ? scale * (mu / lambda) * (mu / lambda) : 0);
    }

    private double deposit(double lambda, double mu) {
        if (!(lambda > 0)) {
            return bound * Math.signum(mu);
        }
        double best = household.cost().best(lambda == Double.POSITIVE_INFINITY ? 0 : mu / lambda, illiquid);
        return Math.max(-bound, Math.min(best, bound));
    }

    /**
     * Chooses at the λ between bounds at which b stays as it is, by Newton's method in log λ inside a bracket: the drift of b rises with λ, from below 0 to above.
     *
     * @param low where it falls, or 0
     * @param high where it rises, or infinity
     */
    void rest(double low, double high, double rising, double falling) {
        double below = low > 0 ? Math.log(low) : Double.NEGATIVE_INFINITY;
        double above = Math.log(high);
        double next = -household.riskAversion() * Math.log(income);
        double at = Double.NaN;
        for (int k = 0; k < MOST_STEPS && !(Math.abs(next - at) <= TOLERANCE * Math.max(1, Math.abs(at))); k++) {
            at = next > below && next < above ? next : between(below, above);
            choose(Math.exp(at), rising, falling);
            if (liquidDrift < 0) {
                below = at;
            } else {
                above = at;
            }
            next = at - liquidDrift / slope;
        }
        value -= Math.exp(at) * liquidDrift;
        liquidDrift = 0;
    }

    /** The middle, or beyond the finite end. */
    private static double between(double below, double above) {
        if (below == Double.NEGATIVE_INFINITY) {
            return above - 4;
        }
        return above == Double.POSITIVE_INFINITY ? below + 4 : 0.5 * (below + above);
    }
}
