package org.mfg.models.economy;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * The Hamiltonian of a household with wealth a and productivity z that works l hours, consumes c and saves the rest, where z is a state or drifts with
 * b(z): with pay y = (1 - τ) w z and unearned income R(a),
 *
 * <pre>
 *   da = (y l + R(a) - c) dt,   H(t, a, z, p) = max over c, l of U(c) - v(l) + p_a (c - y l - R(a)) - p_z b(z),
 * </pre>
 *
 * <p>or with U(c - v(l)). The cost to go is u = -V, so that q = -p_a = V_a, U'(c) = q and v'(l) = q y (or v'(l) = y). Consumption is bounded by a c_max
 * that makes H finite for every p, and is not met by a solution if it is large. The position is (a, z), or a alone.
 */
final class SavingsHamiltonian implements AxiswiseHamiltonian {
    private final Utility utility;
    private final Labour labour;
    private final Incomes incomes;
    private final Choices choices;
    private final double mostConsumption;
    private final double leastValue;
    private final double mostValue;

    /** @param mostConsumption c_max, above what anybody spends who does not save */
    SavingsHamiltonian(Households households, Choices choices, double mostConsumption) {
        utility = households.utility();
        labour = households.labour();
        incomes = households.incomes();
        this.choices = choices;
        this.mostConsumption = mostConsumption;
        leastValue = utility.marginal(mostConsumption);
        mostValue = utility.marginal(utility.least());
    }

    /** The best consumption where a unit of wealth is worth q. */
    private double consumption(double q) {
        if (q >= mostValue) {
            return utility.least();
        }
        return q > leastValue ? utility.consumption(q) : mostConsumption;
    }

    private double drift(double[] x) {
        return incomes.drift(Choices.coordinate(x));
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double p, double m) {
        if (axis > 0) {
            return -drift(x) * p;
        }
        double c = consumption(-p);
        double y = choices.pay(t, x);
        double l = labour.hours(-p, y);
        return utility.value(c) - labour.disutility(l) + p * (c - (labour.earnings(l, y) + choices.unearned(x)));
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        if (axis > 0) {
            return -drift(x);
        }
        double y = choices.pay(t, x);
        return consumption(-p) - (labour.earnings(labour.hours(-p, y), y) + choices.unearned(x));
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        if (axis > 0) {
            return 0;
        }
        double q = -p;
        double y = choices.pay(t, x);
        boolean isInside = q > leastValue && q < mostValue;
        return (isInside ? utility.riskTolerance(consumption(q)) / q : 0) + labour.response(labour.hours(q, y), y, q);
    }

    @Override
    public double axisMinimizer(int axis, double t, double[] x, double m) {
        if (axis == 0) {
            return -utility.marginal(choices.spending(t, x, 0));
        }
        double drift = drift(x);
        return drift == 0 ? 0 : drift > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
