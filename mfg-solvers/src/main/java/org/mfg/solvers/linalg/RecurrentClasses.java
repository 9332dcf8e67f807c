package org.mfg.solvers.linalg;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;

/**
 * The recurrent classes of a Markov chain: the sets of states that the chain never leaves and in which it comes from each state to every
 * other. A chain with one class has one stationary distribution, which is 0 on all other states, the transient ones; with several, any
 * mixture of theirs is one. They are the strongly connected components of the graph of jumps that no jump leaves (R. Tarjan, "Depth-first
 * search and linear graph algorithms", SIAM J. Comput. 1 (1972)).
 *
 * <p>A rate that is a difference, as that of an agent who saves what it earns less what it consumes, may be rounding where the difference
 * is 0, and would then join classes that are not joined. So classes are those of the jumps beyond doubt. Where there is one, it is
 * extended by what it reaches in any way: that changes masses by the size of the doubtful rates only.
 *
 * <p>Cost: proportional to states and jumps. Memory: six integers a state.
 */
public final class RecurrentClasses {
    /** The number of a transient or excluded state. */
    public static final int NONE = -1;

    private static final int UNSEEN = -1;

    /**
     * A rate this small against the largest may be rounding: differences of values of the size of u/h, some 1e3 to 1e4 of what is left of
     * them.
     */
    private static final double ROUND_OFF = 1e-12;

    private final int n;
    private final int[] number;
    private final int[] order;
    private final int[] low;
    private final int[] nextSide;
    private final int[] path;
    private final int[] stack;
    private int[][] neighbour = new int[0][];
    private double[][] rates = new double[0][];
    private double[][] certain = new double[0][];
    private double doubtful;
    private int seen;
    private int stacked;
    private int count;

    /** @param n the number of states */
    public RecurrentClasses(int n) {
        this.n = n;
        number = new int[n];
        order = new int[n];
        low = new int[n];
        nextSide = new int[n];
        path = new int[n];
        stack = new int[n];
    }

    /**
     * Finds the classes.
     *
     * @param s minus the rates as off-diagonals, as {@link MarkovChain} takes them
     * @param neighbour by side and node, as the off-diagonals; a node itself where there is none
     * @param certain the parts of the rates that are given as they are, as those of diffusion and of jumps between states
     * @param isExcluded the nodes that are no states of the chain; no jump leads to them
     * @return how many there are
     * @throws NumericalFailureException if a rate is not finite
     */
    public int find(StencilMatrix s, int[][] neighbour, double[][] certain, boolean[] isExcluded) {
        this.neighbour = neighbour;
        this.rates = s.off;
        this.certain = certain;
        doubtful = ROUND_OFF * largestRate();
        Arrays.fill(order, UNSEEN);
        Arrays.fill(number, NONE);
        seen = 0;
        stacked = 0;
        count = 0;
        for (int i = 0; i < n; i++) {
            if (order[i] == UNSEEN && !isExcluded[i]) {
                search(i);
            }
        }
        if (count == 1) {
            extend();
        }
        return count;
    }

    private double largestRate() {
        double largest = 0;
        for (double[] ofSide : rates) {
            for (int i = 0; i < n; i++) {
                double size = Math.abs(ofSide[i]);
                if (!(size <= Double.MAX_VALUE)) {
                    throw new NumericalFailureException("Fokker-Planck", 0, i, "a rate of the crowd is " + -ofSide[i]);
                }
                largest = Math.max(largest, size);
            }
        }
        return largest;
    }

    /** The one class and all that is reached from it at any rate. */
    private void extend() {
        int last = 0;
        for (int i = 0; i < n; i++) {
            if (number[i] == 0) {
                stack[last++] = i;
            }
        }
        for (int k = 0; k < last; k++) {
            int i = stack[k];
            for (int side = 0; side < neighbour.length; side++) {
                int j = neighbour[side][i];
                if (number[j] == NONE && rates[side][i] != 0) {
                    number[j] = 0;
                    stack[last++] = j;
                }
            }
        }
    }

    /** The class of state i, from 0, or {@link #NONE}. */
    public int of(int i) {
        return number[i];
    }

    /** The depth-first search from a root, with its path in an array: a grid would overflow the stack of calls. */
    private void search(int root) {
        int depth = 0;
        enter(root);
        path[0] = root;
        while (depth >= 0) {
            int i = path[depth];
            if (nextSide[i] < neighbour.length) {
                int side = nextSide[i]++;
                int j = neighbour[side][i];
                if (j == i || !isJump(side, i)) {
                    continue;
                }
                if (order[j] == UNSEEN) {
                    enter(j);
                    path[++depth] = j;
                } else {
                    low[i] = Math.min(low[i], low[j]);
                }
                continue;
            }
            if (low[i] == order[i]) {
                close(i);
            }
            depth--;
            if (depth >= 0) {
                low[path[depth]] = Math.min(low[path[depth]], low[i]);
            }
        }
    }

    /** Whether state i jumps to its neighbour beyond doubt. Central differences have rates of both signs. */
    private boolean isJump(int side, int i) {
        return certain[side][i] > 0 || Math.abs(rates[side][i]) > doubtful;
    }

    private void enter(int i) {
        order[i] = seen;
        low[i] = seen++;
        nextSide[i] = 0;
        stack[stacked++] = i;
    }

    /** Takes the component of i, which is on top of the stack; a later component cannot lead into it and be part of it. */
    private void close(int i) {
        int from = stacked;
        do {
            from--;
            low[stack[from]] = n + order[i];
        } while (stack[from] != i);
        boolean isClosed = true;
        for (int k = from; k < stacked && isClosed; k++) {
            int member = stack[k];
            for (int side = 0; side < neighbour.length && isClosed; side++) {
                isClosed = low[neighbour[side][member]] == n + order[i] || !isJump(side, member);
            }
        }
        for (int k = from; k < stacked && isClosed; k++) {
            number[stack[k]] = count;
        }
        count += isClosed ? 1 : 0;
        stacked = from;
    }
}
