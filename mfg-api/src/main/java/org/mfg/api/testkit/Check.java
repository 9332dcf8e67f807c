package org.mfg.api.testkit;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Comparisons that fail with what was checked, where, and both values. What and where are put into words only then: the first
 * concatenation of strings costs a process more than all the checks of a game.
 */
final class Check {
    /**
     * How far a derivative may be from its difference, relative to the larger of both values and the function's (or 1, if that is
     * less). A central difference with the middle one of the steps below is good to some 1e-9; a wrong formula is off by much more
     * than 1e-5.
     */
    static final double TOLERANCE = 1e-5;

    /** The step that balances truncation against round-off, one 16 times as wide and one 16 times as narrow. */
    static final double[] STEPS = {
        16 * Math.cbrt(Math.ulp(1.0)), Math.cbrt(Math.ulp(1.0)), Math.cbrt(Math.ulp(1.0)) / 16
    };

    /**
     * What the differences disagree by among themselves, so many times over, is no reason to doubt a derivative. On a smooth function
     * they agree to 1e-8 or so, and at a kink disagree unless it is nearer than a hundredth of the narrowest step.
     */
    private static final double BENEFIT_OF_DOUBT = 100;

    private final String subject;

    Check(Object subject) {
        String name = subject.getClass().getSimpleName();
        this.subject = name.isEmpty() ? subject.getClass().getName() : name;
    }

    /** Fails if the derivative is refuted by central differences of the function at the given argument. */
    void derivative(Object what, Object where, double derivative, DoubleUnaryOperator function, double at) {
        double unit = Math.max(1, Math.abs(at));
        double[] above = new double[STEPS.length];
        double[] below = new double[STEPS.length];
        for (int s = 0; s < STEPS.length; s++) {
            above[s] = function.applyAsDouble(at + unit * STEPS[s]);
            below[s] = function.applyAsDouble(at - unit * STEPS[s]);
        }
        derivative(what, where, derivative, above, below, unit);
    }

    /**
     * Fails if the derivative is refuted by each of the central differences. Near a kink, and where round-off rules, the differences
     * disagree among themselves, and then nothing is known.
     *
     * @param above the function's values a step above, by {@link #STEPS}
     * @param below those a step below
     * @param unit what the steps are multiples of
     */
    void derivative(Object what, Object where, double derivative, double[] above, double[] below, double unit) {
        finite(what, where, derivative);
        double[] differences = new double[STEPS.length];
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < STEPS.length; s++) {
            differences[s] = (above[s] - below[s]) / (2 * unit * STEPS[s]);
            lowest = Math.min(lowest, differences[s]);
            highest = Math.max(highest, differences[s]);
        }
        for (int s = 0; s < STEPS.length; s++) {
            double size = Math.max(Math.abs(above[s]), Math.abs(below[s]));
            double scale = Math.max(Math.min(1, size), Math.max(Math.abs(derivative), Math.abs(differences[s])));
            double roundOff = 4 * Math.ulp(size) / (unit * STEPS[s]);
            double allowed = TOLERANCE * scale + BENEFIT_OF_DOUBT * (highest - lowest) + roundOff;
            if (Math.abs(derivative - differences[s]) <= allowed) {
                return;
            }
        }
        fail(what, where, "is " + derivative + " but must be " + differences[1] + " by a central difference");
    }

    /**
     * Fails if an entry of the change of a field F(m) along dm is refuted by central differences.
     *
     * @param nodes those of a level
     * @param function F, which gives a new field at each call
     */
    void fieldDerivative(
            Object what, int nodes, double[] change, UnaryOperator<double[]> function, double[] m, double[] dm) {
        double[][] plus = new double[STEPS.length][];
        double[][] minus = new double[STEPS.length][];
        for (int s = 0; s < STEPS.length; s++) {
            plus[s] = function.apply(moved(m, STEPS[s], dm));
            minus[s] = function.apply(moved(m, -STEPS[s], dm));
        }
        double[] above = new double[STEPS.length];
        double[] below = new double[STEPS.length];
        for (int i = 0; i < m.length; i++) {
            for (int s = 0; s < STEPS.length; s++) {
                above[s] = plus[s][i];
                below[s] = minus[s][i];
            }
            derivative(what, new Entry(i, nodes), change[i], above, below, 1);
        }
    }

    private static double[] moved(double[] m, double step, double[] dm) {
        double[] moved = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            moved[i] = m[i] + step * dm[i];
        }
        return moved;
    }

    /** Fails unless two fields agree to {@link #TOLERANCE}, entry by entry. */
    void fieldsEqual(Object what, int nodes, double[] values, double[] expected, String source) {
        for (int i = 0; i < values.length; i++) {
            equal(what, new Entry(i, nodes), values[i], expected[i], source);
        }
    }

    /** Fails unless the two values agree to {@link #TOLERANCE}. */
    void equal(Object what, Object where, double value, double expected, String source) {
        finite(what, where, value);
        double scale = Math.max(1, Math.max(Math.abs(value), Math.abs(expected)));
        if (!(Math.abs(value - expected) <= TOLERANCE * scale)) {
            fail(what, where, "is " + value + " but must be " + expected + " " + source);
        }
    }

    /** Fails unless the value is at least the bound, up to round-off relative to the given scale. */
    void atLeast(Object what, Object where, double value, double bound, double scale) {
        finite(what, where, value);
        if (!(value >= bound - 1e-10 * Math.max(1, Math.abs(scale)))) {
            fail(what, where, "is " + value + " but must be >= " + bound);
        }
    }

    /** Fails unless a second derivative is >= 0, up to the round-off of a difference of the first derivative. */
    void curvature(Object what, Object where, double curvature, double slope) {
        atLeast(what, where, curvature, 0, 100 * (1 + Math.abs(slope)));
    }

    /** Fails unless the value is finite. */
    void finite(Object what, Object where, double value) {
        if (!Double.isFinite(value)) {
            fail(what, where, "is " + value + " but must be finite");
        }
    }

    void fail(Object what, Object where, String problem) {
        throw new BrokenPromise(subject + ": " + what + " " + problem + ", at " + where);
    }
}
