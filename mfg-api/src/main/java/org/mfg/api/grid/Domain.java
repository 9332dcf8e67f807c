package org.mfg.api.grid;

import java.util.List;
import org.mfg.api.InvalidInputException;

/**
 * The state space: a box in one, two or three dimensions.
 *
 * @param axes the axes, slowest first; at most three
 */
public record Domain(List<Axis> axes) {

    /** Checks the number of axes and that their names differ. */
    public Domain {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > 3) {
            throw InvalidInputException.of("domain", "have 1 to 3 axes", axes.size());
        }
        if (axes.stream().map(Axis::name).distinct().count() < axes.size()) {
            throw InvalidInputException.of(
                    "domain",
                    "have axes of different names",
                    axes.stream().map(Axis::name).toList());
        }
    }

    /** The box spanned by the given axes. */
    public static Domain of(Axis... axes) {
        return new Domain(List.of(axes));
    }

    /** The interval [lower, upper] with reflecting ends; its coordinate is named x. */
    public static Domain interval(double lower, double upper) {
        return of(Axis.noFlux("x", lower, upper));
    }

    /** The number of axes d. */
    public int dimension() {
        return axes.size();
    }

    /** Axis k, counted from 0. */
    public Axis axis(int k) {
        return axes.get(k);
    }
}
