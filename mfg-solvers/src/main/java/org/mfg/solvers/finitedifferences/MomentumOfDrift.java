package org.mfg.solvers.finitedifferences;

import java.util.function.DoubleUnaryOperator;

/** The length r of the momentum whose drift has a given length, h'(r) = a: one step for a power, whose exponent is guessed at r = 1. */
final class MomentumOfDrift extends RisingRoot {
    /** A drift that no momentum has, where h' is bounded, gets one as long as this. */
    private static final double LONGEST = 1e100;

    private static final double WIDER = 16;

    private final double drift;
    private final DoubleUnaryOperator first;
    private final DoubleUnaryOperator second;
    private double last;

    private MomentumOfDrift(double drift, DoubleUnaryOperator first, DoubleUnaryOperator second) {
        this.drift = drift;
        this.first = first;
        this.second = second;
    }

    /**
     * The length.
     *
     * @param drift a > 0
     * @param first h', rising from 0
     * @param second h''
     */
    static double find(double drift, DoubleUnaryOperator first, DoubleUnaryOperator second) {
        double atOne = first.applyAsDouble(1);
        double guess = Math.pow(drift / atOne, atOne / second.applyAsDouble(1));
        double upper = guess > 0 && guess < LONGEST ? WIDER * guess : 1;
        while (upper < LONGEST && first.applyAsDouble(upper) < drift) {
            upper *= WIDER;
        }
        return new MomentumOfDrift(drift, first, second).find(0, upper, Math.min(guess, upper));
    }

    @Override
    double value(double at) {
        last = at;
        return first.applyAsDouble(at) - drift;
    }

    @Override
    double slope() {
        return second.applyAsDouble(last);
    }
}
