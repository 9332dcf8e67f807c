package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;

/**
 * What the sweeps need to know of a grid with its boundary conditions, as flat arrays by side and node, so that the
 * kernels have no special case at a boundary or a wall. Side 2k is the lower and 2k+1 the upper side of axis k. A
 * neighbour that does not exist, or is a wall, is the node itself, with coefficients 0.
 */
final class Mesh {
    final int size;
    final int sides;
    /** The position of each node. */
    final double[][] position;
    /** The quadrature weights; 0 at a wall. */
    final double[] weight;
    /** Their inverses; 0 at a wall. */
    final double[] inverseWeight;
    /** The flat index of the neighbour on each side. */
    final int[][] neighbour;
    /** 1/h towards each side, 0 where there is no neighbour; in a central mesh, on neither side then. */
    final double[][] inverseSpacing;
    /**
     * The coefficients of the diffusion and of the jumps between states, Σ_s diffusion[s][i] (u_neighbour - u_i). Where the diffusion
     * {@linkplain #isMoving moves}, those of the jumps only.
     */
    final double[][] diffusion;
    /** Those of a diffusion D = 1, by which a moving one is multiplied: 1/(h w), h towards the side and w the cell's width. */
    final double[][] laplacian;
    /** The diffusion where it changes with time, and is evaluated in every slice. */
    final @Nullable Diffusion moving;

    /** For each side, the nodes that lie on a state constraint there. */
    final int[][] constrained;
    /** The nodes whose u is given and whose m is 0: those of the exits, and the walls, which no link leads to. */
    final int[] fixed;
    /** The value of u at each of {@link #fixed}: the exit cost, and 0 at a wall. */
    final double[] fixedValue;

    /** For one-sided differences. */
    Mesh(Grid grid, Diffusion diffusion) {
        this(grid, diffusion, false);
    }

    /**
     * @param isCentral for central differences of a field that goes on as in a mirror: the derivative across a wall is 0
     */
    Mesh(Grid grid, Diffusion diffusivity, boolean isCentral) {
        int d = grid.dimension();
        size = grid.size();
        sides = 2 * d;
        position = new double[size][d];
        weight = grid.weights();
        inverseWeight = new double[size];
        neighbour = new int[sides][size];
        inverseSpacing = new double[sides][size];
        diffusion = new double[sides][size];
        laplacian = new double[sides][size];
        moving = diffusivity.dependsOnTime() ? diffusivity : null;
        int[] nodes = new int[size];
        double[] values = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            grid.position(i, position[i]);
            inverseWeight[i] = grid.isWall(i) ? 0 : 1 / weight[i];
            boolean isFixed = grid.isWall(i) || grid.isExit(i);
            if (isFixed) {
                nodes[count] = i;
                values[count++] = grid.exitCost(i);
            }
            for (int s = 0; s < sides; s++) {
                connect(grid, diffusivity, i, s, isFixed);
            }
            for (int s = 0; s < sides && isCentral; s += 2) {
                if (inverseSpacing[s][i] == 0 || inverseSpacing[s + 1][i] == 0) {
                    inverseSpacing[s][i] = 0;
                    inverseSpacing[s + 1][i] = 0;
                }
            }
        }
        fixed = Arrays.copyOf(nodes, count);
        fixedValue = Arrays.copyOf(values, count);
        constrained = new int[sides][];
        for (int s = 0; s < sides; s++) {
            constrained[s] = constrainedNodes(grid, s);
        }
    }

    /** Fills side s of node i. */
    private void connect(Grid grid, Diffusion diffusivity, int i, int s, boolean isFixed) {
        int k = s / 2;
        int towards = grid.neighbour(i, s);
        boolean isLinked = !isFixed && towards >= 0 && !grid.isWall(towards);
        neighbour[s][i] = isLinked ? towards : i;
        Axis axis = grid.domain().axis(k);
        if (axis.hasStates()) {
            States states = axis.states().orElseThrow();
            int state = grid.index(i, k);
            diffusion[s][i] = isLinked ? states.rate(state, (s & 1) == 1) : 0;
            return;
        }
        if (isLinked) {
            double h = grid.distance(i, s);
            double width = grid.cellWidth(i, k);
            inverseSpacing[s][i] = 1 / h;
            laplacian[s][i] = 1 / (h * width);
            diffusion[s][i] = moving == null ? at(diffusivity, i, k) / (h * width) : 0;
        }
    }

    /** D_k at a node, of a diffusion that does not move. */
    private double at(Diffusion diffusivity, int i, int k) {
        double d = diffusivity.at(0, position[i].clone(), k);
        if (!(d >= 0 && d <= Double.MAX_VALUE)) {
            throw InvalidInputException.of(
                    "diffusion", "be finite and >= 0 everywhere", d + " at " + Arrays.toString(position[i]));
        }
        return d;
    }

    /** Turns masses of a level into densities. */
    void divideByWeights(double[] slice) {
        for (int i = 0; i < size; i++) {
            slice[i] *= inverseWeight[i];
        }
    }

    /** The largest D_k of all nodes, at the beginning. */
    double largestDiffusion(Diffusion diffusivity, int k) {
        double largest = 0;
        for (double[] x : position) {
            largest = Math.max(largest, diffusivity.at(0, x.clone(), k));
        }
        return largest;
    }

    private static int[] constrainedNodes(Grid grid, int s) {
        Axis axis = grid.domain().axis(s / 2);
        Boundary end = (s & 1) == 0 ? axis.lowerBoundary() : axis.upperBoundary();
        int[] nodes = new int[grid.size()];
        int count = 0;
        for (int i = 0; i < nodes.length && end.kind() == Boundary.Kind.STATE_CONSTRAINT; i++) {
            if (grid.neighbour(i, s) < 0) {
                nodes[count++] = i;
            }
        }
        return Arrays.copyOf(nodes, count);
    }
}
