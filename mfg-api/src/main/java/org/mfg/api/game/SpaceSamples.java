package org.mfg.api.game;

import java.util.Arrays;
import java.util.List;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;

/**
 * A function of the position that is given by data: by its values on a tensor grid of the domain, multilinear between them. The grid need not be
 * that of the game. Of smooth data the error is O(h²), h being the spacing of the data.
 */
public final class SpaceSamples implements SpaceFunction {
    private final Interpolation interpolation;

    private SpaceSamples(Interpolation interpolation) {
        this.interpolation = interpolation;
    }

    /**
     * Values at the nodes of a {@link Grid} on the domain.
     *
     * @param values row-major, as many as the grid has nodes
     * @param nodes the number of nodes of each axis
     * @throws org.mfg.api.InvalidInputException if a value is not finite or their number is another one
     */
    public static SpaceSamples of(Domain domain, double[] values, int... nodes) {
        Grid grid = Grid.of(new Domain(domain.axes()), nodes);
        double[][] coordinates = new double[nodes.length][];
        Arrays.setAll(coordinates, grid::coordinates);
        return of(domain, Arrays.asList(coordinates), values);
    }

    /**
     * Values at given nodes.
     *
     * @param coordinates the coordinates of each axis, increasing, from its one end to the other
     * @param values row-major: the last axis is the fastest
     * @throws org.mfg.api.InvalidInputException if a value is not finite, the coordinates are not as they must be or their number is another one
     */
    public static SpaceSamples of(Domain domain, List<double[]> coordinates, double[] values) {
        double[][] nodes = SpaceTimeSamples.checked(domain, coordinates);
        double[] periods =
                domain.axes().stream().mapToDouble(SpaceSamples::period).toArray();
        return new SpaceSamples(new Interpolation(nodes, periods, values));
    }

    static double period(Axis axis) {
        return axis.isPeriodic() ? axis.length() : 0;
    }

    @Override
    public double at(double[] x) {
        return interpolation.at(x);
    }
}
