package org.mfg.solvers.linalg;

import java.util.Arrays;

/**
 * The order in which nested dissection eliminates the nodes of a grid (A. George, SIAM J. Numer. Anal. 10 (1973)): both halves of a box first, which do not see each
 * other, and then the line of nodes between them. What an elimination fills in is then a dense <em>front</em> for each line: its nodes, and those of later lines that
 * its box touches.
 *
 * <p>In the plane a factorisation takes O(n^(3/2)) operations and O(n log n) numbers, of a band it takes O(n²) and O(n^(3/2)).
 */
public final class Dissection {
    /** Boxes of so few places are not cut. */
    private static final int LEAF = 16;

    final int size;
    final int[][] neighbour;

    /** In the order of elimination: whatever adds to a front comes before it. */
    final Front[] fronts;

    private final int[] places;
    private final int states;
    private final boolean[] isEliminated;
    private final int[] seenBy;

    /** The nodes of the front at hand. */
    private final int[] gathered;

    private int count;
    private Front[] ordered = new Front[16];
    private int ready;

    /**
     * A dense block.
     *
     * @param own how many of the nodes are eliminated here
     * @param nodes these, and then those that they are linked with or become so, by the order of elimination
     * @param children the fronts, by number, whose other nodes are among these nodes
     */
    record Front(int own, int[] nodes, int[] children) {
        int size() {
            return nodes.length;
        }

        int others() {
            return nodes.length - own;
        }
    }

    /**
     * @param places the nodes on each axis of positions, none of them a ring
     * @param states the nodes at a place, consecutive in the flat index
     * @param neighbour by side and node, the node itself where there is none; each link between places has its reverse
     */
    public Dissection(int[] places, int states, int[][] neighbour) {
        this.places = places.clone();
        this.states = states;
        this.neighbour = neighbour;
        int product = states;
        for (int length : places) {
            product = Math.multiplyExact(product, length);
        }
        size = product;
        gathered = new int[size];
        isEliminated = new boolean[size];
        seenBy = new int[size];
        Arrays.fill(seenBy, -1);
        cut(new int[places.length], this.places.clone());
        fronts = Arrays.copyOf(ordered, ready);
    }

    /** The operations of a factorisation. */
    public double operations() {
        double sum = 0;
        for (Front front : fronts) {
            for (int k = 0; k < front.own; k++) {
                sum += 2.0 * (front.size() - k) * (front.size() - k);
            }
        }
        return sum;
    }

    /** The numbers that a factorisation keeps. */
    public double numbers() {
        double sum = 0;
        for (Front front : fronts) {
            sum += (double) front.own * (2 * front.size() - front.own);
        }
        return sum;
    }

    /** Orders the box of places from lower to below upper; returns the number of its last front. */
    private int cut(int[] lower, int[] upper) {
        int longest = 0;
        int volume = 1;
        for (int k = 0; k < places.length; k++) {
            longest = upper[k] - lower[k] > upper[longest] - lower[longest] ? k : longest;
            volume *= upper[k] - lower[k];
        }
        int length = upper[longest] - lower[longest];
        if (volume <= LEAF || length < 3) {
            return add(lower, upper);
        }
        int middle = lower[longest] + length / 2;
        int first = cut(lower, with(upper, longest, middle));
        int second = cut(with(lower, longest, middle + 1), upper);
        return add(with(lower, longest, middle), with(upper, longest, middle + 1), first, second);
    }

    private static int[] with(int[] corner, int axis, int value) {
        int[] moved = corner.clone();
        moved[axis] = value;
        return moved;
    }

    private int add(int[] lower, int[] upper, int... children) {
        int number = ready;
        count = 0;
        gather(0, 0, lower, upper);
        int own = count;
        for (int k = 0; k < own; k++) {
            isEliminated[gathered[k]] = true;
        }
        for (int k = 0; k < own; k++) {
            for (int[] side : neighbour) {
                see(side[gathered[k]], number);
            }
        }
        for (int child : children) {
            Front front = ordered[child];
            for (int k = front.own; k < front.size(); k++) {
                see(front.nodes[k], number);
            }
        }
        if (ready == ordered.length) {
            ordered = Arrays.copyOf(ordered, 2 * ready);
        }
        ordered[number] = new Front(own, Arrays.copyOf(gathered, count), children);
        ready++;
        return number;
    }

    private void see(int node, int number) {
        if (!isEliminated[node] && seenBy[node] != number) {
            seenBy[node] = number;
            gathered[count] = node;
            count++;
        }
    }

    /** Gathers the nodes of a box, of which the axes before one are at the place {@code flat}. */
    private void gather(int axis, int flat, int[] lower, int[] upper) {
        if (axis == places.length) {
            for (int k = 0; k < states; k++) {
                gathered[count] = flat * states + k;
                count++;
            }
            return;
        }
        for (int i = lower[axis]; i < upper[axis]; i++) {
            gather(axis + 1, flat * places[axis] + i, lower, upper);
        }
    }
}
