package org.mfg.solvers.finitedifferences;

import org.jspecify.annotations.Nullable;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.solvers.linalg.Banded;
import org.mfg.solvers.linalg.CyclicTridiagonal;
import org.mfg.solvers.linalg.DissectedSystems;
import org.mfg.solvers.linalg.Dissection;
import org.mfg.solvers.linalg.GridSystems;
import org.mfg.solvers.linalg.Jumps;
import org.mfg.solvers.linalg.MarkovChain;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.Tridiagonal;
import org.mfg.solvers.parallel.Workers;

/**
 * Makes room for the factorised matrices of time slices: direct on a line, iterative on grids of more axes unless they have no diffusion somewhere.
 *
 * @param isStationary whether the game is: then a plane is solved directly too where a part of it has no diffusion, for which iterations
 *     are slow or fail, unless it is very large
 */
record SystemsFactory(Grid grid, Mesh mesh, boolean isStationary, Workers workers) {
    /** The most operations of a direct factorisation in the plane: some 800 x 600 nodes of two states, a quarter of a minute. */
    private static final double MOST_OPERATIONS = 1e11;

    /** For the equations themselves: the density is right to round-off, far from the crowd too. */
    private static final double TIGHT = 1e-14;
    /** For steps towards a solution, which the next step corrects. */
    static final double LOOSE = 1e-8;
    /** For derivatives, which no step corrects. */
    static final double FOR_DERIVATIVES = 1e-12;

    /** Room for one slice of the equations themselves. */
    SliceSystems exact() {
        return make(1, TIGHT);
    }

    /** Room for a number of slices of linearised equations. */
    SliceSystems linearized(int slices) {
        return make(slices, LOOSE);
    }

    /** Room for the systems of a stationary crowd: direct where single slices are. */
    RecurrentSystems recurrent() {
        if (grid.domain().positionAxes() == 1 && !isPeriodic(0)) {
            return new DirectRecurrentSystems(grid, mesh, new MarkovChain(grid.size(), grid.stride(0)), exact());
        }
        Dissection order = dissection();
        return order == null
                ? iterativeRecurrent()
                : new DirectRecurrentSystems(grid, mesh, new MarkovChain(order), new DissectedSystems(1, order));
    }

    /** The same for matrices that need not be M-matrices. */
    RecurrentSystems iterativeRecurrent() {
        // The factors alone, direct or incomplete: an approximate solution, but a fixed linear map.
        return new IterativeRecurrentSystems(mesh, make(1, Double.POSITIVE_INFINITY), workers);
    }

    private SliceSystems make(int slices, double tolerance) {
        int d = grid.dimension();
        if (d == 1) {
            return isPeriodic(0) ? new CyclicTridiagonal(slices, grid.size()) : new Tridiagonal(slices, grid.size());
        }
        if (grid.domain().positionAxes() == 1 && !isPeriodic(0)) {
            return new Banded(slices, grid.size(), grid.stride(0), mesh.neighbour);
        }
        Dissection order = dissection();
        if (order != null) {
            return new DissectedSystems(slices, order);
        }
        int[] nodes = new int[d];
        boolean[] periodic = new boolean[d];
        for (int k = 0; k < d; k++) {
            nodes[k] = grid.nodes(k);
            periodic[k] = isPeriodic(k);
        }
        return new GridSystems(slices, nodes, periodic, jumps(), tolerance, workers);
    }

    /** The order of elimination in the plane or in space, where that is to be preferred to iterations; else null. */
    private @Nullable Dissection dissection() {
        int axes = grid.domain().positionAxes();
        int[] places = new int[axes];
        for (int k = 0; k < axes; k++) {
            if (isPeriodic(k)) {
                return null;
            }
            places[k] = grid.nodes(k);
        }
        if (axes == 1 || !isStationary || !mesh.isDegenerate()) {
            return null;
        }
        Dissection order = new Dissection(places, grid.stride(axes - 1), mesh.neighbour);
        return order.operations() <= MOST_OPERATIONS ? order : null;
    }

    private boolean isPeriodic(int axis) {
        return grid.domain().axis(axis).isPeriodic();
    }

    private Jumps jumps() {
        int axis = grid.domain().statesAxis();
        if (axis < 0) {
            return Jumps.NONE;
        }
        States states = grid.domain().axis(axis).states().orElseThrow();
        return new Jumps(states.size(), states.jumps(), states.isBirthDeath());
    }
}
