package org.mfg.api.testkit;

import java.util.function.DoubleUnaryOperator;

/** Comparisons that fail with what was checked, where, and both values. */
final class Check {
    /**
     * How far a derivative may be from its difference, relative to the larger of 1 and both values. A central
     * difference with the step below is good to some 1e-9; a wrong formula is off by much more than 1e-5.
     */
    static final double TOLERANCE = 1e-5;

    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    private final String subject;

    Check(Object subject) {
        String name = subject.getClass().getSimpleName();
        this.subject = name.isEmpty() ? subject.getClass().getName() : name;
    }

    /** Fails unless the derivative agrees with the central difference of the function at the given argument. */
    void derivative(String what, Object where, double derivative, DoubleUnaryOperator function, double at) {
        double e = STEP * Math.max(1, Math.abs(at));
        double difference = (function.applyAsDouble(at + e) - function.applyAsDouble(at - e)) / (2 * e);
        equal(what, where, derivative, difference, "by a central difference");
    }

    /** Fails unless the two values agree to {@link #TOLERANCE}. */
    void equal(String what, Object where, double value, double expected, String source) {
        finite(what, where, value);
        double scale = Math.max(1, Math.max(Math.abs(value), Math.abs(expected)));
        if (!(Math.abs(value - expected) <= TOLERANCE * scale)) {
            fail(what, where, "is " + value + " but must be " + expected + " " + source);
        }
    }

    /** Fails unless the value is at least the bound, up to round-off relative to the given scale. */
    void atLeast(String what, Object where, double value, double bound, double scale) {
        finite(what, where, value);
        if (!(value >= bound - 1e-10 * Math.max(1, Math.abs(scale)))) {
            fail(what, where, "is " + value + " but must be >= " + bound);
        }
    }

    /** Fails unless the value is finite. */
    void finite(String what, Object where, double value) {
        if (!Double.isFinite(value)) {
            fail(what, where, "is " + value + " but must be finite");
        }
    }

    void fail(String what, Object where, String problem) {
        throw new AssertionError(subject + ": " + what + " " + problem + ", at " + where);
    }
}
