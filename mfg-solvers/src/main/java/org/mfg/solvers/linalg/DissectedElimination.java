package org.mfg.solvers.linalg;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.mfg.solvers.linalg.Dissection.Front;

/**
 * The elimination of M-matrices in the order of a {@link Dissection}, front by front (I. Duff and J. Reid, ACM Trans. Math. Softw. 9 (1983)). A row is kept as rates, minus
 * its off-diagonals, and the excess of the diagonal over their sum. Eliminating a node adds what passes through it to the rates and excesses of the others: where these
 * are not negative nothing is subtracted, and stationary masses are right to round-off, each relative to itself (Grassmann, Taksar and Heyman, Oper. Res. 33 (1985)).
 *
 * <p>An instance holds the factors of one matrix, M = L (D - U): the rates out D, the rates U to what is eliminated later, and L, whose entries below the diagonal are minus the
 * probabilities of going next to what is eliminated earlier.
 */
final class DissectedElimination {
    private static final double[] NONE = {};
    private static final int OUTSIDE = -1;
    /** Masses are scaled down beyond this size. */
    private static final double LARGE = 1e150;

    private final Dissection order;

    /** By front, the rows of its own nodes: U right of the diagonal, the probabilities left of it. */
    private final double[][] ownRows;

    /** By front, the probabilities in the rows of its other nodes. */
    private final double[][] otherRows;

    /** By front, the rates between its other nodes, until its parent takes them. */
    private final double[][] passedOn;

    /** By node, 1/D; 0 where there is no way out. */
    private final double[] inverse;

    private final double[] excess;

    /** By node, its place in the front at hand. */
    private final int[] local;

    private final double[] dense;
    private final double[] row;

    DissectedElimination(Dissection order) {
        this.order = order;
        int fronts = order.fronts.length;
        ownRows = new double[fronts][];
        otherRows = new double[fronts][];
        passedOn = new double[fronts][];
        Arrays.fill(passedOn, NONE);
        int largest = 0;
        for (int f = 0; f < fronts; f++) {
            Front front = order.fronts[f];
            largest = Math.max(largest, front.size());
            ownRows[f] = new double[front.own() * front.size()];
            otherRows[f] = new double[front.others() * front.own()];
        }
        dense = new double[Math.multiplyExact(largest, largest)];
        row = new double[largest];
        inverse = new double[order.size];
        excess = new double[order.size];
        local = new int[order.size];
        Arrays.fill(local, OUTSIDE);
    }

    /** Eliminates a matrix. */
    void factorize(StencilMatrix matrix) {
        for (int i = 0; i < order.size; i++) {
            double sum = matrix.diagonal[i];
            for (int side = 0; side < order.neighbour.length; side++) {
                sum += order.neighbour[side][i] == i ? 0 : matrix.off[side][i];
            }
            excess[i] = sum;
        }
        eliminate(matrix, i -> true);
    }

    /** Eliminates the rates, minus the off-diagonals, between the states of a chain: of a class that nothing leaves the last one has no way out then. */
    void factorizeChain(StencilMatrix matrix, IntPredicate isState) {
        Arrays.fill(excess, 0);
        eliminate(matrix, isState);
    }

    private void eliminate(StencilMatrix matrix, IntPredicate isState) {
        for (int f = 0; f < order.fronts.length; f++) {
            Front front = order.fronts[f];
            assemble(front, matrix, isState);
            for (int i = 0; i < front.size(); i++) {
                eliminateFrom(i, front);
            }
            keep(f, front);
        }
    }

    /** Puts the rates to and from the front's own nodes, and what its children pass on, into the dense block. */
    private void assemble(Front front, StencilMatrix matrix, IntPredicate isState) {
        int size = front.size();
        int[] nodes = front.nodes();
        Arrays.fill(dense, 0, size * size, 0);
        for (int k = 0; k < size; k++) {
            local[nodes[k]] = k;
        }
        for (int k = 0; k < size; k++) {
            int node = nodes[k];
            for (int side = 0; side < order.neighbour.length && isState.test(node); side++) {
                int to = local[order.neighbour[side][node]];
                if (to != k && to != OUTSIDE && (k < front.own() || to < front.own())) {
                    dense[k * size + to] -= matrix.off[side][node];
                }
            }
        }
        for (int child : front.children()) {
            takeOver(child, size);
        }
        for (int node : nodes) {
            local[node] = OUTSIDE;
        }
    }

    private void takeOver(int child, int size) {
        Front front = order.fronts[child];
        int others = front.others();
        for (int i = 0; i < others; i++) {
            int to = local[front.nodes()[front.own() + i]] * size;
            for (int j = 0; j < others; j++) {
                dense[to + local[front.nodes()[front.own() + j]]] += passedOn[child][i * others + j];
            }
        }
        passedOn[child] = NONE;
    }

    /** Replaces in row i the rates to the nodes before it: row by row, so that the row stays near the processor, in an array of its own, so that the loop runs in vectors. */
    private void eliminateFrom(int i, Front front) {
        int size = front.size();
        int[] nodes = front.nodes();
        System.arraycopy(dense, i * size, row, 0, size);
        double added = 0;
        for (int k = 0; k < Math.min(i, front.own()); k++) {
            double probability = row[k] * inverse[nodes[k]];
            row[k] = probability;
            if (probability != 0) {
                int pivot = k * size;
                for (int j = k + 1; j < size; j++) {
                    row[j] += probability * dense[pivot + j];
                }
                added += probability * excess[nodes[k]];
            }
        }
        excess[nodes[i]] += added;
        System.arraycopy(row, 0, dense, i * size, size);
        if (i < front.own()) {
            double out = excess[nodes[i]];
            for (int j = i + 1; j < size; j++) {
                out += row[j];
            }
            inverse[nodes[i]] = out == 0 ? 0 : 1 / out;
        }
    }

    private void keep(int f, Front front) {
        int size = front.size();
        int own = front.own();
        int others = front.others();
        System.arraycopy(dense, 0, ownRows[f], 0, own * size);
        double[] passed = new double[others * others];
        for (int i = 0; i < others; i++) {
            System.arraycopy(dense, (own + i) * size, otherRows[f], i * own, own);
            System.arraycopy(dense, (own + i) * size + own, passed, i * others, others);
        }
        passedOn[f] = passed;
    }

    /** b becomes M⁻¹ b. */
    void solve(double[] b, int offset) {
        for (int f = 0; f < order.fronts.length; f++) {
            Front front = order.fronts[f];
            for (int i = 1; i < front.size(); i++) {
                double sum = 0;
                for (int k = 0; k < Math.min(i, front.own()); k++) {
                    sum += probability(f, front, i, k) * b[offset + front.nodes()[k]];
                }
                b[offset + front.nodes()[i]] += sum;
            }
        }
        for (int f = order.fronts.length - 1; f >= 0; f--) {
            Front front = order.fronts[f];
            for (int k = front.own() - 1; k >= 0; k--) {
                double sum = b[offset + front.nodes()[k]];
                for (int j = k + 1; j < front.size(); j++) {
                    sum += ownRows[f][k * front.size() + j] * b[offset + front.nodes()[j]];
                }
                b[offset + front.nodes()[k]] = sum * inverse[front.nodes()[k]];
            }
        }
    }

    /** b becomes M⁻ᵀ b. */
    void solveTransposed(double[] b, int offset) {
        for (int f = 0; f < order.fronts.length; f++) {
            Front front = order.fronts[f];
            for (int k = 0; k < front.own(); k++) {
                double z = b[offset + front.nodes()[k]] * inverse[front.nodes()[k]];
                b[offset + front.nodes()[k]] = z;
                for (int j = k + 1; j < front.size(); j++) {
                    b[offset + front.nodes()[j]] += ownRows[f][k * front.size() + j] * z;
                }
            }
        }
        for (int f = order.fronts.length - 1; f >= 0; f--) {
            passBack(f, b, offset);
        }
    }

    /** Adds to a front's own nodes what those that are eliminated later give them: the last step of Lᵀ. */
    private void passBack(int f, double[] b, int offset) {
        Front front = order.fronts[f];
        for (int i = front.size() - 1; i > 0; i--) {
            double later = b[offset + front.nodes()[i]];
            for (int k = Math.min(i, front.own()) - 1; k >= 0; k--) {
                b[offset + front.nodes()[k]] += probability(f, front, i, k) * later;
            }
        }
    }

    private double probability(int f, Front front, int i, int k) {
        return i < front.own() ? ownRows[f][i * front.size() + k] : otherRows[f][(i - front.own()) * front.own() + k];
    }

    /**
     * Writes the stationary masses of the chain that was factorised, of any sum.
     *
     * @return whether exactly one of its states has no way out
     */
    boolean masses(IntPredicate isState, double[] masses) {
        int ends = 0;
        for (int i = 0; i < order.size; i++) {
            boolean isEnd = isState.test(i) && !(inverse[i] > 0);
            masses[i] = isEnd ? 1 : 0;
            ends += isEnd ? 1 : 0;
        }
        for (int f = order.fronts.length - 1; f >= 0; f--) {
            passBack(f, masses, 0);
            scaleDown(order.fronts[f], masses);
        }
        return ends == 1;
    }

    private static void scaleDown(Front front, double[] masses) {
        double largest = 0;
        for (int k = 0; k < front.own(); k++) {
            largest = Math.max(largest, masses[front.nodes()[k]]);
        }
        for (int i = 0; largest > LARGE && i < masses.length; i++) {
            masses[i] /= LARGE;
        }
    }
}
