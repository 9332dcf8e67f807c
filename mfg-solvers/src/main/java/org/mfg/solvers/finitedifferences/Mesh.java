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
 * kernels have no special case at a boundary or a wall. Side 2k is the lower and 2k+1 the upper side of axis k of the positions.
 * After these comes one for each distance j of {@link States#jumps}, which links state k with state (k + j) mod K at the same
 * place. A neighbour that does not exist, or is a wall, is the node itself, with coefficients 0.
 */
final class Mesh {
    final int size;
    /** The sides of the positions, and with those of the jumps. */
    final int positionSides;

    final int sides;
    /** The sides that a numerical Hamiltonian takes the differences of: two for each axis, of which those of an axis of states are 0. */
    final int momentumSides;
    /** The position of each node. */
    final double[][] position;
    /** The quadrature weights; 0 at a wall. */
    final double[] weight;
    /** Their inverses; 0 at a wall. */
    final double[] inverseWeight;
    /** The flat index of the neighbour on each side. */
    final int[][] neighbour;

    private final Neighbours[] neighbours;
    /** 1/h towards each side of the positions, 0 where there is no neighbour; in a central mesh, on neither side then. */
    final double[][] inverseSpacing;
    /**
     * The coefficients of the diffusion and of the jumps between states, Σ_s diffusion[s][i] (u_neighbour - u_i). Where the diffusion
     * {@linkplain #moving moves}, those of the jumps only.
     */
    final double[][] diffusion;
    /** Those of a diffusion D = 1, by which a moving one is multiplied: 1/(h w), h towards the side and w the cell's width. */
    final double[][] laplacian;
    /** The diffusion where it changes with time, and is evaluated in every slice. */
    final @Nullable Diffusion moving;

    /** Whether differences are central ones. */
    final boolean isCentral;

    private final Diffusion diffusivity;

    /** For each side of the positions, the nodes that lie on a state constraint there. */
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
        this.isCentral = isCentral;
        this.diffusivity = diffusivity;
        size = grid.size();
        momentumSides = 2 * d;
        positionSides = 2 * grid.domain().positionAxes();
        int[] jumps = jumps(grid);
        sides = positionSides + jumps.length;
        position = new double[size][d];
        weight = grid.weights();
        inverseWeight = new double[size];
        neighbour = new int[sides][size];
        inverseSpacing = new double[positionSides][size];
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
            for (int s = 0; s < positionSides; s++) {
                connect(grid, diffusivity, i, s, isFixed);
            }
            for (int s = positionSides; s < sides; s++) {
                connectStates(grid, jumps[s - positionSides], i, s, isFixed);
            }
            for (int s = 0; s < positionSides && isCentral; s += 2) {
                if (inverseSpacing[s][i] == 0 || inverseSpacing[s + 1][i] == 0) {
                    inverseSpacing[s][i] = 0;
                    inverseSpacing[s + 1][i] = 0;
                }
            }
        }
        neighbours = new Neighbours[sides];
        for (int s = 0; s < sides; s++) {
            boolean isJump = s >= positionSides;
            int places = isJump ? jumps[s - positionSides] : grid.stride(s / 2);
            neighbours[s] = new Neighbours(neighbour[s], isJump || (s & 1) == 1 ? places : -places);
        }
        fixed = Arrays.copyOf(nodes, count);
        fixedValue = Arrays.copyOf(values, count);
        constrained = new int[positionSides][];
        for (int s = 0; s < positionSides; s++) {
            constrained[s] = constrainedNodes(grid, s);
        }
    }

    private static int[] jumps(Grid grid) {
        int axis = grid.domain().statesAxis();
        return axis < 0
                ? new int[0]
                : grid.domain().axis(axis).states().orElseThrow().jumps();
    }

    /** Fills side s of node i, one of the positions. */
    private void connect(Grid grid, Diffusion diffusivity, int i, int s, boolean isFixed) {
        int k = s / 2;
        int towards = grid.neighbour(i, s);
        boolean isLinked = !isFixed && towards >= 0 && !grid.isWall(towards);
        neighbour[s][i] = isLinked ? towards : i;
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

    /** D_k at a time and node. */
    double diffusivity(double t, int i, int k) {
        return diffusivity.at(moving == null ? 0 : t, position[i], k);
    }

    /** Whether there are links between positions along which nothing diffuses. */
    boolean isDegenerate() {
        for (int s = 0; s < positionSides; s++) {
            for (int i = 0; i < size; i++) {
                if (moving == null && laplacian[s][i] > 0 && diffusion[s][i] == 0) {
                    return true;
                }
            }
        }
        return false;
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

    /** Fills side s of node i, that of the jumps over the given distance; the states are the fastest axis. */
    private void connectStates(Grid grid, int jump, int i, int s, boolean isFixed) {
        int axis = grid.domain().statesAxis();
        States states = grid.domain().axis(axis).states().orElseThrow();
        int from = grid.index(i, axis);
        int to = (from + jump) % states.size();
        int towards = i - from + to;
        boolean isLinked = !isFixed && !grid.isWall(towards);
        neighbour[s][i] = isLinked ? towards : i;
        diffusion[s][i] = isLinked ? states.rate(from, to) : 0;
    }

    /**
     * Writes the one-sided differences of the slice of u that begins at {@code at}, by side and node from {@code from} on, at the
     * nodes from ... to - 1.
     */
    void differences(double[] u, int at, int from, int to, double[][] q) {
        for (int s = 0; s < positionSides; s++) {
            double[] qs = q[s];
            double[] inverse = inverseSpacing[s];
            neighbours[s].steps(u, at, from, to, qs);
            if ((s & 1) == 0) {
                for (int i = from; i < to; i++) {
                    qs[i - from] = (0 - qs[i - from]) * inverse[i];
                }
            } else {
                for (int i = from; i < to; i++) {
                    qs[i - from] *= inverse[i];
                }
            }
            // No drift leads out: each of them costs infinitely much.
            for (int i : constrained[s]) {
                if (i >= from && i < to) {
                    qs[i - from] = (s & 1) == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                }
            }
        }
    }

    /** Writes u(neighbour on side s) - u(node) of the slice of u that begins at {@code at}, at the nodes from ... to - 1. */
    void steps(int s, double[] u, int at, int from, int to, double[] out) {
        neighbours[s].steps(u, at, from, to, out);
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
