package org.mfg.api.grid;

import java.util.List;
import org.mfg.api.InvalidInputException;

/** The ball |x - center| <= radius, up to round-off. */
record Ball(List<Double> center, double radius) implements Region {

    Ball {
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("radius", "be finite and > 0", radius);
        }
        if (!center.stream().allMatch(Double::isFinite)) {
            throw InvalidInputException.of("center", "be finite", center);
        }
    }

    @Override
    public boolean contains(double[] x) {
        double square = 0;
        for (int k = 0; k < x.length; k++) {
            double distance = x[k] - center.get(k);
            square += distance * distance;
        }
        return Box.atMost(square, radius * radius);
    }

    @Override
    public void check(Domain domain, int... nodes) {
        if (center.size() != domain.dimension()) {
            throw InvalidInputException.of("center", "have " + domain.dimension() + " coordinates", center);
        }
    }
}
