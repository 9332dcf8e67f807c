package org.mfg.models.formula;

import java.util.List;
import net.objecthunter.exp4j.operator.Operator;

/** A comparison of two numbers: 1 where it holds, 0 where it does not, NaN where one of them is NaN. It binds weaker than a sum. */
final class Comparison extends Operator {
    /** All that there are. */
    static final List<Operator> ALL = List.of(
            new Comparison("<", (a, b) -> a < b),
            new Comparison("<=", (a, b) -> a <= b),
            new Comparison(">", (a, b) -> a > b),
            new Comparison(">=", (a, b) -> a >= b));

    private final Order order;

    private Comparison(String symbol, Order order) {
        super(symbol, 2, true, PRECEDENCE_ADDITION - 1);
        this.order = order;
    }

    /** What holds of two numbers, or does not. */
    private interface Order {
        boolean holds(double a, double b);
    }

    @Override
    public double apply(double... values) {
        double a = values[0];
        double b = values[1];
        return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : order.holds(a, b) ? 1 : 0;
    }
}
