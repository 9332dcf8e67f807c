package org.mfg.api.grid;

import java.util.Arrays;
import java.util.List;
import org.mfg.api.InvalidInputException;

/**
 * A tensor-product, vertex-centred grid on a domain. Node (i_0, ..., i_{d-1}) has the flat index Σ i_k stride_k, row-major:
 * the last axis is the fastest. The spacing of an even axis with n nodes is (upper - lower)/(n - 1), and (upper - lower)/n
 * where it is periodic; that of a {@linkplain Grading graded} one differs from node to node. Each node owns its dual cell: the weight is the
 * product over the axes of the cell's width, the mean of the spacings on both sides, half of the one at an end, so that Σ w_i f_i is the trapezoid rule; an axis of states has a node for each, and counts for 1. A node in an obstacle is a wall: its cell is no
 * part of the domain and its weight is 0.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Grid implements Space {
    /** The fewest nodes an axis may have. */
    public static final int MIN_NODES = 3;

    private static final long MAX_SIZE = 1L << 28;

    private final Domain domain;
    private final int[] nodes;
    private final int[] strides;
    private final double[][] coordinates;
    private final double[] weights;
    private final FloorPlan plan;

    private Grid(Domain domain, int[] nodes) {
        this.domain = domain;
        this.nodes = nodes;
        int d = nodes.length;
        strides = new int[d];
        coordinates = new double[d][];
        int stride = 1;
        for (int k = d - 1; k >= 0; k--) {
            strides[k] = stride;
            stride *= nodes[k];
            coordinates[k] = axisCoordinates(domain.axis(k), nodes[k]);
        }
        weights = new double[stride];
        plan = FloorPlan.of(this);
        for (int i = 0; i < stride; i++) {
            weights[i] = plan.isWall(i) ? 0 : cellVolume(i);
        }
    }

    /**
     * The grid with the given number of nodes on each axis.
     *
     * @param nodes one number for each axis, or a single one for all axes but those of states; each at least {@value #MIN_NODES}
     * @throws InvalidInputException if a number is too small, there are too many, the grid is too large, an obstacle or an
     *     exit falls between the nodes, an obstacle hides an exit, or obstacles cut the domain in pieces
     */
    public static Grid of(Domain domain, int... nodes) {
        int d = domain.dimension();
        if (nodes.length != 1 && nodes.length != d) {
            throw InvalidInputException.of(
                    "nodes", "be one number or one for each of the " + d + " axes", Arrays.toString(nodes));
        }
        int[] n = new int[d];
        long size = 1;
        for (int k = 0; k < d; k++) {
            n[k] = nodesOf(domain.axis(k), nodes.length == 1 ? nodes[0] : nodes[k], nodes.length == 1);
            size = Math.min(size * n[k], Long.MAX_VALUE / Integer.MAX_VALUE);
        }
        if (size > MAX_SIZE) {
            throw InvalidInputException.of("nodes", "be at most " + MAX_SIZE + " in all", Arrays.toString(nodes));
        }
        return new Grid(domain, n);
    }

    private static int nodesOf(Axis axis, int asked, boolean forAllAxes) {
        if (axis.hasStates()) {
            int size = axis.states().orElseThrow().size();
            if (asked != size && !forAllAxes) {
                throw InvalidInputException.of(
                        "nodes of axis " + axis.name(), "be the number of its states, " + size, asked);
            }
            return size;
        }
        if (asked < MIN_NODES) {
            throw InvalidInputException.of("nodes of axis " + axis.name(), "be >= " + MIN_NODES, asked);
        }
        return asked;
    }

    private static double[] axisCoordinates(Axis axis, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = axis.coordinate(i, n);
        }
        return x;
    }

    /** The domain that this grid covers. */
    public Domain domain() {
        return domain;
    }

    /** The number of axes d. */
    public int dimension() {
        return nodes.length;
    }

    /** The number of nodes of axis k. */
    public int nodes(int k) {
        return nodes[k];
    }

    /** The number of nodes in all. */
    @Override
    public int size() {
        return weights.length;
    }

    /** The spacing h_k of axis k; on a graded axis that of as many even nodes. */
    public double spacing(int k) {
        return domain.axis(k).length() / domain.axis(k).intervals(nodes[k]);
    }

    /**
     * The distance between node i and its neighbour, which must exist.
     *
     * @param side 2k for the lower and 2k+1 for the upper neighbour on axis k
     */
    public double distance(int i, int side) {
        int k = side / 2;
        if (domain.axis(k).isEven()) {
            return spacing(k);
        }
        int lower = index(i, k) - ((side & 1) == 0 ? 1 : 0);
        return coordinates[k][lower + 1] - coordinates[k][lower];
    }

    /** The width along axis k of the dual cell of node i: half the distance between its neighbours; half a spacing at an end. */
    public double cellWidth(int i, int k) {
        Axis axis = domain.axis(k);
        int at = index(i, k);
        boolean isFirst = at == 0 && !axis.isPeriodic() && !axis.hasStates();
        boolean isLast = at == nodes[k] - 1 && !axis.isPeriodic() && !axis.hasStates();
        if (axis.isEven()) {
            return isFirst || isLast ? 0.5 * spacing(k) : spacing(k);
        }
        double[] x = coordinates[k];
        return 0.5 * (x[isLast ? at : at + 1] - x[isFirst ? at : at - 1]);
    }

    /** The distance in the flat index between neighbours on axis k. */
    public int stride(int k) {
        return strides[k];
    }

    /** The index on axis k of the node with flat index i. */
    public int index(int i, int k) {
        return i / strides[k] % nodes[k];
    }

    /** The coordinate on axis k of the node with flat index i. */
    public double coordinate(int i, int k) {
        return coordinates[k][index(i, k)];
    }

    /** The coordinates of axis k, in order; a copy. */
    public double[] coordinates(int k) {
        return coordinates[k].clone();
    }

    /** Writes the position of the node with flat index i into x, which has d entries. */
    public void position(int i, double[] x) {
        for (int k = 0; k < nodes.length; k++) {
            x[k] = coordinate(i, k);
        }
    }

    /**
     * The flat index of the neighbour of node i, or -1 beyond the end of the domain. Walls are neighbours too.
     *
     * @param side 2k for the lower and 2k+1 for the upper neighbour on axis k
     */
    public int neighbour(int i, int side) {
        int k = side / 2;
        int from = index(i, k);
        int to = from + 2 * (side & 1) - 1;
        if (domain.axis(k).isPeriodic()) {
            to = Math.floorMod(to, nodes[k]);
        } else if (to < 0 || to >= nodes[k]) {
            return -1;
        }
        return i + (to - from) * strides[k];
    }

    /** Whether node i lies in an obstacle. */
    @Override
    public boolean isWall(int i) {
        return plan.isWall(i);
    }

    /** Whether node i lies on an exit, where u is given and m is 0. */
    @Override
    public boolean isExit(int i) {
        return plan.isExit(i);
    }

    /** What an agent pays when it leaves at node i; 0 where there is no exit. */
    public double exitCost(int i) {
        return plan.exitCost(i);
    }

    /** The exits: sides and doors, in the order of the axes, lower side first. */
    @Override
    public List<Exit> exits() {
        return plan.exits();
    }

    /** The volume of the dual cell of node i: its weight, but for a wall. */
    public double cellVolume(int i) {
        double volume = 1;
        for (int k = 0; k < nodes.length; k++) {
            volume *= cellWidth(i, k);
        }
        return volume;
    }

    /** The quadrature weight w_i of the node with flat index i; 0 at a wall. */
    @Override
    public double weight(int i) {
        return weights[i];
    }

    /** The quadrature weights of all nodes; a copy. */
    @Override
    public double[] weights() {
        return weights.clone();
    }

    /** The quadrature Σ w_i f_i over the slice that starts at the given offset of f. */
    @Override
    public double integrate(double[] f, int offset) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * f[offset + i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid g && domain.equals(g.domain) && Arrays.equals(nodes, g.nodes);
    }

    @Override
    public int hashCode() {
        return 31 * domain.hashCode() + Arrays.hashCode(nodes);
    }

    @Override
    public String toString() {
        return "Grid" + Arrays.toString(nodes);
    }
}
