package org.mfg.api.game;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;

/** Multilinear interpolation of values on a tensor grid of one to four axes, even or not; constant beyond its ends but for a periodic axis. */
final class Interpolation {
    /** Ends that differ by less, relative to the length of the axis, differ by rounding. */
    private static final double ROUNDING = 1e-9;

    private final double[][] nodes;
    private final double[] periods;
    private final double[] values;

    /**
     * @param nodes the coordinates of each axis, slowest first
     * @param periods the period of each axis; 0 where it has none
     * @param values row-major
     */
    Interpolation(double[][] nodes, double[] periods, double[] values) {
        this.nodes = nodes;
        this.periods = periods;
        this.values = values.clone();
        double size = 1;
        for (double[] axis : nodes) {
            size *= axis.length;
        }
        if (size != values.length) {
            throw InvalidInputException.of(
                    "data", "have a value for each of " + shape(nodes) + " nodes", values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw InvalidInputException.of("data", "be finite everywhere", values[i] + " at node " + node(i));
            }
        }
    }

    private static String shape(double[][] nodes) {
        return String.join(
                " x ", Arrays.stream(nodes).map(n -> Integer.toString(n.length)).toList());
    }

    private String node(int flat) {
        int[] index = new int[nodes.length];
        int rest = flat;
        for (int k = nodes.length - 1; k >= 0; k--) {
            index[k] = rest % nodes[k].length;
            rest /= nodes[k].length;
        }
        return Arrays.toString(index);
    }

    /** Checks that the coordinates increase and go from end to end of the axis; of a periodic one the last node may be the first again. */
    static void check(Axis axis, double[] nodes) {
        double rounding = ROUNDING * axis.length();
        check(axis.name(), nodes);
        int last = nodes.length - 1;
        boolean isWhole = axis.isPeriodic()
                ? nodes[0] >= axis.lower() - rounding && nodes[last] <= axis.upper() + rounding
                : nodes[0] <= axis.lower() + rounding && nodes[last] >= axis.upper() - rounding;
        if (!isWhole) {
            throw InvalidInputException.of(
                    axis.name() + " of the data",
                    (axis.isPeriodic() ? "lie in" : "go over the whole of") + " the axis, [" + axis.lower() + ", "
                            + axis.upper() + "]",
                    "[" + nodes[0] + ", " + nodes[last] + "]");
        }
    }

    /** Checks that the coordinates are finite and increase. */
    static void check(String name, double[] nodes) {
        if (nodes.length == 0) {
            throw InvalidInputException.of(name + " of the data", "have a node", "empty");
        }
        for (int i = 0; i < nodes.length; i++) {
            if (!Double.isFinite(nodes[i]) || (i > 0 && nodes[i] <= nodes[i - 1])) {
                throw InvalidInputException.of(
                        name + " of the data", "be finite and increase", nodes[i] + " at number " + i);
            }
        }
    }

    /** The value at a point, which has a coordinate for each axis. */
    double at(double[] point) {
        return at(point, 0, 0);
    }

    private double at(double[] point, int axis, int offset) {
        if (axis == nodes.length) {
            return values[offset];
        }
        double[] x = nodes[axis];
        int n = x.length;
        double period = periods[axis];
        double p = period == 0 ? point[axis] : x[0] + mod(point[axis] - x[0], period);
        int found = Arrays.binarySearch(x, p);
        int below = found >= 0 ? found : Math.max(0, -found - 2);
        int above = below + 1 < n ? below + 1 : period == 0 ? below : 0;
        double width = above > below ? x[above] - x[below] : x[0] + period - x[below];
        double fraction = above == below ? 0 : Math.max(0, Math.min(1, (p - x[below]) / width));
        double low = at(point, axis + 1, offset * n(axis) + below);
        return fraction == 0 ? low : (1 - fraction) * low + fraction * at(point, axis + 1, offset * n(axis) + above);
    }

    private int n(int axis) {
        return nodes[axis].length;
    }

    private static double mod(double x, double period) {
        double rest = x % period;
        return rest < 0 ? rest + period : rest;
    }
}
