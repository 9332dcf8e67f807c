package org.mfg.app.yaml;

import java.util.Arrays;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Region;

/** A box written as {@code {x: [0.4, 0.6], y: [0, 0.3]}}: a range for each axis, all of it where there is none. */
final class Extent {
    private Extent() {}

    static Region read(Value value, List<Axis> axes, List<String> allowed) {
        Section section = value.section();
        section.allowOnly("axis of a range", allowed);
        if (section.keys().isEmpty()) {
            throw value.mustBe("have a range for an axis");
        }
        double[] lower = new double[axes.size()];
        double[] upper = new double[axes.size()];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int k = 0; k < lower.length; k++) {
            if (section.has(axes.get(k).name())) {
                double[] range = range(section.required(axes.get(k).name()), axes.get(k));
                lower[k] = range[0];
                upper[k] = range[1];
            }
        }
        return Region.box(lower, upper);
    }

    private static double[] range(Value value, Axis axis) {
        double[] range = value.numbers(2, "be a range such as [0.4, 0.6]");
        if (!(range[0] < range[1])) {
            throw value.mustBe("go from a lower to a higher coordinate");
        }
        if (range[1] < axis.lower() || range[0] > axis.upper()) {
            throw InvalidInputException.of(
                            axis.name(),
                            "have a range that meets that of the axis, [" + axis.lower() + ", " + axis.upper() + "]",
                            Arrays.toString(range))
                    .at(value.place());
        }
        return range;
    }
}
