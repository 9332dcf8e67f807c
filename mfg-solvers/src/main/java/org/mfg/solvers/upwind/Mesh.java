package org.mfg.solvers.upwind;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * What the sweeps need to know of a grid with its boundary conditions, as flat arrays by side and node, so that the
 * kernels have no special case at a boundary. Side 2k is the lower and 2k+1 the upper side of axis k. A neighbour that
 * does not exist is the node itself, with coefficients 0.
 */
final class Mesh {
    final int size;
    final int sides;
    /** The position of each node. */
    final double[][] position;
    /** The quadrature weights. */
    final double[] weight;
    /** Their inverses. */
    final double[] inverseWeight;
    /** The flat index of the neighbour on each side. */
    final int[][] neighbour;
    /** 1/h towards each side, 0 where there is no neighbour. */
    final double[][] inverseSpacing;
    /** The coefficients of Δ_h: (Δ_h u)_i = Σ_s laplace[s][i] (u_neighbour - u_i). */
    final double[][] laplace;
    /** The nodes of the exits, where u is given and m is 0. */
    final int[] exits;
    /** The exit cost at each of {@link #exits}. */
    final double[] exitCost;

    Mesh(Grid grid) {
        int d = grid.dimension();
        size = grid.size();
        sides = 2 * d;
        position = new double[size][d];
        weight = grid.weights();
        inverseWeight = new double[size];
        neighbour = new int[sides][size];
        inverseSpacing = new double[sides][size];
        laplace = new double[sides][size];
        int[] exitNodes = new int[size];
        double[] costs = new double[size];
        int exitCount = 0;
        for (int i = 0; i < size; i++) {
            inverseWeight[i] = 1 / weight[i];
            grid.position(i, position[i]);
            Boundary exit = exitAt(grid, i);
            if (exit != null) {
                exitNodes[exitCount] = i;
                costs[exitCount++] = exit.exitCost();
            }
            for (int k = 0; k < d; k++) {
                connect(grid, i, k, exit != null);
            }
        }
        exits = Arrays.copyOf(exitNodes, exitCount);
        exitCost = Arrays.copyOf(costs, exitCount);
    }

    private static @Nullable Boundary exitAt(Grid grid, int i) {
        for (int k = 0; k < grid.dimension(); k++) {
            Axis axis = grid.domain().axis(k);
            if (grid.index(i, k) == 0 && axis.lowerBoundary().kind() == Boundary.Kind.EXIT) {
                return axis.lowerBoundary();
            }
            if (grid.index(i, k) == grid.nodes(k) - 1 && axis.upperBoundary().kind() == Boundary.Kind.EXIT) {
                return axis.upperBoundary();
            }
        }
        return null;
    }

    /** Fills both sides of axis k of node i. */
    private void connect(Grid grid, int i, int k, boolean isExit) {
        int n = grid.nodes(k);
        int ik = grid.index(i, k);
        boolean periodic = grid.domain().axis(k).isPeriodic();
        double h = grid.spacing(k);
        boolean atEnd = !periodic && (ik == 0 || ik == n - 1);
        for (int side = 0; side < 2; side++) {
            int s = 2 * k + side;
            int towards = ik + (side == 0 ? -1 : 1);
            boolean exists = !isExit && (periodic || (towards >= 0 && towards < n));
            neighbour[s][i] = exists ? i + (Math.floorMod(towards, n) - ik) * grid.stride(k) : i;
            inverseSpacing[s][i] = exists ? 1 / h : 0;
            laplace[s][i] = exists ? (atEnd ? 2 : 1) / (h * h) : 0;
        }
    }
}
