package org.mfg.solvers.sensitivity;

import java.util.function.DoubleFunction;
import org.mfg.api.InvalidInputException;

/** The derivative of numbers by a difference of second order: central where there are numbers on both sides, otherwise of three values on one side. */
public final class FiniteDifference {
    private FiniteDifference() {}

    /**
     * The derivative at 0.
     *
     * @param step the distance of two values, > 0
     * @param numbers always as many; may throw an {@link InvalidInputException} on one side of 0
     */
    public static double[] atZero(double step, DoubleFunction<double[]> numbers) {
        try {
            return combined(new double[] {0.5 / step, -0.5 / step}, new double[] {step, -step}, numbers);
        } catch (InvalidInputException outside) {
            double[] factors = {-1.5 / step, 2 / step, -0.5 / step};
            try {
                return combined(factors, new double[] {0, step, 2 * step}, numbers);
            } catch (InvalidInputException above) {
                double[] opposite = {1.5 / step, -2 / step, 0.5 / step};
                return combined(opposite, new double[] {0, -step, -2 * step}, numbers);
            }
        }
    }

    private static double[] combined(double[] factors, double[] places, DoubleFunction<double[]> numbers) {
        double[] sum = {};
        for (int k = 0; k < places.length; k++) {
            double[] there = numbers.apply(places[k]);
            sum = sum.length == 0 ? new double[there.length] : sum;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factors[k] * there[i];
            }
        }
        return sum;
    }
}
