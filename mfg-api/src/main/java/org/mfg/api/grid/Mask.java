package org.mfg.api.grid;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;

/**
 * A region drawn node by node: an array of true and false on a grid. It fits the grid that it was drawn for, and each
 * coarser grid whose nodes are among those of that one, so that nested iteration sees the same obstacles.
 */
public final class Mask implements Region {
    private final List<Axis> axes;
    private final int[] shape;
    private final boolean[] inside;
    /** By axis, the places halfway between its nodes. */
    private final double[][] midpoints;

    /**
     * Copies the array.
     *
     * @param axes the axes of the domain
     * @param shape the number of nodes of each axis
     * @param inside for each node, row-major, whether it is inside
     */
    public Mask(List<Axis> axes, int[] shape, boolean[] inside) {
        this.axes = List.copyOf(axes);
        this.shape = shape.clone();
        this.inside = inside.clone();
        double size = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
        if (shape.length != axes.size() || size != inside.length) {
            throw InvalidInputException.of(
                    "mask",
                    "have a value for each node of " + axes.size() + " axes",
                    inside.length + " values of shape " + inWords(shape));
        }
        midpoints = new double[shape.length][];
        for (int k = 0; k < shape.length; k++) {
            Axis axis = axes.get(k);
            int n = shape[k];
            midpoints[k] = IntStream.range(0, intervals(k, n))
                    .mapToDouble(i -> 0.5 * (axis.coordinate(i, n) + axis.coordinate(i + 1, n)))
                    .toArray();
        }
    }

    /** Whether the node nearest to x is inside. */
    @Override
    public boolean contains(double[] x) {
        int at = 0;
        for (int k = 0; k < shape.length; k++) {
            at = at * shape[k] + nearest(k, x[k]);
        }
        return inside[at];
    }

    private int nearest(int k, double x) {
        Axis axis = axes.get(k);
        double turns = axis.isPeriodic() ? Math.floor((x - axis.lower()) / axis.length()) : 0;
        int found = Arrays.binarySearch(midpoints[k], x - turns * axis.length());
        // Past the last midpoint of a ring is its first node again.
        return (found < 0 ? -found - 1 : found + 1) % shape[k];
    }

    @Override
    public void check(Domain domain, int... nodes) {
        boolean fits = domain.axes().equals(axes)
                && IntStream.range(0, nodes.length).allMatch(k -> intervals(k, shape[k]) % intervals(k, nodes[k]) == 0);
        if (!fits) {
            throw InvalidInputException.of(
                    "mask",
                    "have the shape of the grid, " + inWords(nodes) + ", or of one that contains its nodes",
                    inWords(shape));
        }
    }

    private int intervals(int k, int count) {
        return axes.get(k).intervals(count);
    }

    private static String inWords(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask o
                && axes.equals(o.axes)
                && Arrays.equals(shape, o.shape)
                && Arrays.equals(inside, o.inside);
    }

    @Override
    public int hashCode() {
        return 31 * axes.hashCode() + Arrays.hashCode(inside);
    }

    @Override
    public String toString() {
        return "Mask " + inWords(shape);
    }
}
