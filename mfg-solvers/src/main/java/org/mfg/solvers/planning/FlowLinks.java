package org.mfg.solvers.planning;

import java.util.Arrays;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.linalg.DissectedSystems;
import org.mfg.solvers.linalg.Dissection;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The Laplacian of the graph of a grid whose links carry the flow of a crowd, solved by elimination. Links around a ring are left out. A constant is no flow: right-hand sides are taken without their mean over the free nodes, and so are solutions.
 */
final class FlowLinks {
    private final Grid grid;
    private final int n;
    private final boolean[] isFree;
    private final int free;
    private final int[][] neighbour;
    private final StencilMatrix matrix;
    private final DissectedSystems systems;
    private final double[] link;

    FlowLinks(Grid grid) {
        this.grid = grid;
        n = grid.size();
        int d = grid.dimension();
        neighbour = new int[2 * d][n];
        isFree = new boolean[n];
        int[] places = new int[d];
        for (int k = 0; k < d; k++) {
            places[k] = grid.nodes(k);
        }
        int count = 0;
        for (int i = 0; i < n; i++) {
            isFree[i] = !grid.isWall(i);
            count += isFree[i] ? 1 : 0;
            for (int side = 0; side < 2 * d; side++) {
                neighbour[side][i] = isLinked(i, side) ? grid.neighbour(i, side) : i;
            }
        }
        free = count;
        matrix = new StencilMatrix(n, 2 * d);
        systems = new DissectedSystems(1, new Dissection(places, 1, neighbour));
        link = new double[n];
    }

    private boolean isLinked(int i, int side) {
        int to = grid.neighbour(i, side);
        int end = (side & 1) == 0 ? 0 : grid.nodes(side / 2) - 1;
        return to >= 0 && grid.index(i, side / 2) != end && !grid.isWall(i) && !grid.isWall(to);
    }

    /** Links through which a density that follows a gradient p at the speed p moves what it does in a time: the time times the density and the face between two cells, over their distance. */
    void spread(double[] density, double time) {
        clear();
        addSpread(density, time);
        factorize();
    }

    /**
     * The links of C of a step, and a little of those that a density has besides, for nodes at rest.
     *
     * @param time the length of the step times how little
     */
    void policy(StepwiseLinearization l, int step, double[] density, double time) {
        clear();
        for (int k = 0; k < grid.dimension(); k++) {
            l.policyLinks(step, k, link);
            add(k);
        }
        addSpread(density, time);
        factorize();
    }

    private void clear() {
        Arrays.fill(matrix.diagonal, 0);
        for (double[] off : matrix.off) {
            Arrays.fill(off, 0);
        }
    }

    private void addSpread(double[] density, double time) {
        for (int k = 0; k < grid.dimension(); k++) {
            for (int i = 0; i < n; i++) {
                int to = neighbour[2 * k + 1][i];
                if (to != i) {
                    double face =
                            0.5 * (grid.weight(i) / grid.cellWidth(i, k) + grid.weight(to) / grid.cellWidth(to, k));
                    link[i] = time * 0.5 * (density[i] + density[to]) * face / grid.distance(i, 2 * k + 1);
                }
            }
            add(k);
        }
    }

    private void add(int axis) {
        int[] upper = neighbour[2 * axis + 1];
        for (int i = 0; i < n; i++) {
            int to = upper[i];
            if (to != i) {
                matrix.off[2 * axis + 1][i] -= link[i];
                matrix.off[2 * axis][to] -= link[i];
                matrix.diagonal[i] += link[i];
                matrix.diagonal[to] += link[i];
            }
        }
    }

    /** One node is held: of what has the mean 0 that changes the solution by a constant. */
    private void factorize() {
        int held = 0;
        for (int i = 0; i < n; i++) {
            held = matrix.diagonal[i] > matrix.diagonal[held] ? i : held;
            matrix.diagonal[i] += isFree[i] ? 0 : 1;
        }
        matrix.diagonal[held] *= 2;
        systems.factorize(0, matrix);
    }

    /** Solves for z, from the same place in both arrays. */
    void solve(double[] r, double[] z, int at) {
        System.arraycopy(r, at, z, at, n);
        center(z, at);
        systems.solve(0, z, at);
        center(z, at);
    }

    private void center(double[] z, int at) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += isFree[i] ? z[at + i] : 0;
        }
        for (int i = 0; i < n; i++) {
            z[at + i] = isFree[i] ? z[at + i] - sum / free : 0;
        }
    }
}
