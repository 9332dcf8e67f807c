package org.mfg.api.game;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Domain;

/** A function of time and position that is given by data: by its values at some times on a tensor grid, multilinear between them, as {@link SpaceSamples}. */
public final class SpaceTimeSamples implements SpaceTimeFunction {
    private final Interpolation interpolation;

    private SpaceTimeSamples(Interpolation interpolation) {
        this.interpolation = interpolation;
    }

    /**
     * Values at given times and nodes.
     *
     * @param times increasing; before the first and after the last the function does not change
     * @param coordinates the coordinates of each axis, increasing, from its one end to the other
     * @param values row-major, time slowest
     * @throws InvalidInputException if a value is not finite, times or coordinates are not as they must be or their number is another one
     */
    public static SpaceTimeSamples of(Domain domain, double[] times, List<double[]> coordinates, double[] values) {
        Interpolation.check("t", times);
        double[][] space = checked(domain, coordinates);
        double[][] nodes = new double[space.length + 1][];
        double[] periods = new double[nodes.length];
        nodes[0] = times.clone();
        for (int k = 0; k < space.length; k++) {
            nodes[k + 1] = space[k];
            periods[k + 1] = SpaceSamples.period(domain.axis(k));
        }
        return new SpaceTimeSamples(new Interpolation(nodes, periods, values));
    }

    static double[][] checked(Domain domain, List<double[]> coordinates) {
        if (coordinates.size() != domain.dimension()) {
            throw InvalidInputException.of(
                    "data", "have coordinates for each of the " + domain.dimension() + " axes", coordinates.size());
        }
        double[][] nodes = new double[coordinates.size()][];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = coordinates.get(k).clone();
            Interpolation.check(domain.axis(k), nodes[k]);
        }
        return nodes;
    }

    @Override
    public double at(double t, double[] x) {
        double[] point = new double[x.length + 1];
        point[0] = t;
        System.arraycopy(x, 0, point, 1, x.length);
        return interpolation.at(point);
    }
}
