package org.mfg.solvers.path;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.mfg.api.InvalidInputException;

/**
 * A parameter of a game that moves, unexpected before t = 0 and foreseen from then on.
 *
 * @param parameter its name, a real one
 * @param value its value at t > 0
 * @param limit where it comes to rest
 */
public record Shock(String parameter, DoubleUnaryOperator value, double limit) {
    /** What is left of the largest change when a path counts as at rest. */
    private static final double AT_REST = 1e-3;

    /** A time near the end, as a part of the horizon: what moves after it is not at rest. */
    private static final double NEAR_THE_END = 0.99;

    private static final int SAMPLES = 1000;

    /**
     * One that decays: before (1 + relative e^(-rate t)).
     *
     * @param before the value in the steady state
     * @param relative its change at first, as a part of that
     * @param rate > 0, per unit of time
     */
    public static Shock decaying(String parameter, double before, double relative, double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("decay", "be finite and > 0", rate);
        }
        return new Shock(parameter, t -> before * (1 + relative * Math.exp(-rate * t)), before);
    }

    /** One that stays: the value from t = 0 on. */
    public static Shock permanent(String parameter, double value) {
        return new Shock(parameter, t -> value, value);
    }

    /**
     * Any path, whose limit is its value at the end of the horizon.
     *
     * @param value at t > 0
     * @param before the value in the steady state, which the limit is where round-off alone is between them
     */
    public static Shock of(String parameter, DoubleUnaryOperator value, double before, double horizon) {
        double end = value.applyAsDouble(horizon);
        boolean returns = Math.abs(end - before) <= 1e-9 * Math.abs(before);
        return new Shock(parameter, value, returns ? before : end);
    }

    /**
     * One from data, straight between them.
     *
     * @param t times, increasing, from 0 or before to the horizon or after
     * @param values as many
     * @param before the value in the steady state
     * @throws InvalidInputException if the times do not increase, or not cover the path
     */
    public static Shock sampled(String parameter, double[] t, double[] values, double before, double horizon) {
        String shock = "shock of " + parameter;
        for (int k = 1; k < t.length; k++) {
            if (!(t[k] > t[k - 1])) {
                throw InvalidInputException.because(
                        parameter, shock + " must have increasing times, but " + t[k] + " follows " + t[k - 1]);
            }
        }
        if (!(t[0] <= 0) || !(t[t.length - 1] >= horizon)) {
            throw InvalidInputException.because(
                    parameter,
                    shock + " must reach from t = 0 to the end of the path, t = " + horizon + ", but its times go from "
                            + t[0] + " to " + t[t.length - 1]);
        }
        double[] times = t.clone();
        double[] data = values.clone();
        return of(parameter, at -> between(times, data, at), before, horizon);
    }

    private static double between(double[] t, double[] values, double at) {
        int found = Arrays.binarySearch(t, at);
        if (found >= 0) {
            return values[found];
        }
        int above = -found - 1;
        double part = (at - t[above - 1]) / (t[above] - t[above - 1]);
        return values[above - 1] + part * (values[above] - values[above - 1]);
    }

    /** The same with its deviation from the value in the steady state before times a factor. */
    public Shock times(double factor, double before) {
        return new Shock(
                parameter,
                t -> before + factor * (value.applyAsDouble(t) - before),
                before + factor * (limit - before));
    }

    double at(double t) {
        return value.applyAsDouble(t);
    }

    /** Complains unless the path is finite, and at rest by the end. */
    void check(double before, double horizon) {
        double largest = 0;
        for (int k = 1; k <= SAMPLES; k++) {
            double t = horizon * k / SAMPLES;
            double v = at(t);
            if (!Double.isFinite(v)) {
                throw InvalidInputException.because(
                        parameter, "shock of " + parameter + " must be finite, but is " + v + " at t = " + t);
            }
            largest = Math.max(largest, Math.abs(v - before));
        }
        double rest = Math.max(Math.abs(at(horizon) - limit), Math.abs(at(NEAR_THE_END * horizon) - limit));
        if (rest > AT_REST * largest) {
            throw InvalidInputException.because(
                    parameter,
                    "shock of " + parameter + " must be at rest by the end, t = " + horizon + ", but it still moves by "
                            + (float) rest + " of " + (float) largest + ": give a later end");
        }
    }
}
