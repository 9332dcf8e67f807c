package org.mfg.api.grid;

import java.util.Arrays;
import java.util.List;
import org.mfg.api.InvalidInputException;

/** The box lower_k <= x_k <= upper_k, up to round-off. */
record Box(List<Double> lower, List<Double> upper) implements Region {
    private static final double ROUND_OFF = 1e-12;

    Box {
        if (lower.size() != upper.size()) {
            throw InvalidInputException.of("box", "have corners of one dimension", lower + " and " + upper);
        }
        for (int k = 0; k < lower.size(); k++) {
            if (!(lower.get(k) < upper.get(k))) {
                throw InvalidInputException.of(
                        "box", "have its lower corner below its upper one on every axis", lower + " to " + upper);
            }
        }
    }

    static List<Double> toList(double[] x) {
        return Arrays.stream(x).boxed().toList();
    }

    /** Whether a <= b up to round-off. */
    static boolean atMost(double a, double b) {
        return a <= b + ROUND_OFF * (1 + Math.abs(b));
    }

    @Override
    public boolean contains(double[] x) {
        for (int k = 0; k < x.length; k++) {
            if (!atMost(lower.get(k), x[k]) || !atMost(x[k], upper.get(k))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void check(Domain domain, int... nodes) {
        if (lower.size() != domain.dimension()) {
            throw InvalidInputException.of("box", "have " + domain.dimension() + " coordinates", lower);
        }
    }
}
