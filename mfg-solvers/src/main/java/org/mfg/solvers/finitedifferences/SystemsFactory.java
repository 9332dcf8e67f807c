package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.solvers.linalg.Banded;
import org.mfg.solvers.linalg.CyclicTridiagonal;
import org.mfg.solvers.linalg.GridSystems;
import org.mfg.solvers.linalg.Jumps;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.Tridiagonal;
import org.mfg.solvers.parallel.Workers;

/**
 * Makes room for the factorised matrices of time slices: direct on a line, iterative on grids of more axes.
 *
 * @param isStationary whether the game is: then a plane is solved directly too where a part of it has no diffusion, for which iterations
 *     are slow or fail, if it is small enough
 */
record SystemsFactory(Grid grid, Mesh mesh, boolean isStationary, Workers workers) {
    /** The most operations of a direct factorisation in the plane: about a second. */
    private static final double MOST_OPERATIONS = 2e9;

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
        if (!isDirect()) {
            return iterativeRecurrent();
        }
        return new DirectRecurrentSystems(grid, mesh, exact());
    }

    /** The same for matrices that need not be M-matrices. */
    RecurrentSystems iterativeRecurrent() {
        // The factors alone, direct or incomplete: an approximate solution, but a fixed linear map.
        return new IterativeRecurrentSystems(mesh, make(1, Double.POSITIVE_INFINITY), workers);
    }

    private SliceSystems make(int slices, double tolerance) {
        int d = grid.dimension();
        if (d == 1) {
            boolean periodic = grid.domain().axis(0).isPeriodic();
            return periodic ? new CyclicTridiagonal(slices, grid.size()) : new Tridiagonal(slices, grid.size());
        }
        if (isDirect()) {
            return new Banded(slices, grid.size(), grid.stride(0), mesh.neighbour);
        }
        int[] nodes = new int[d];
        boolean[] periodic = new boolean[d];
        for (int k = 0; k < d; k++) {
            nodes[k] = grid.nodes(k);
            periodic[k] = grid.domain().axis(k).isPeriodic();
        }
        return new GridSystems(slices, nodes, periodic, jumps(), tolerance, workers);
    }

    private boolean isDirect() {
        if (grid.domain().axis(0).isPeriodic()) {
            return false;
        }
        double reach = grid.stride(0);
        return grid.domain().positionAxes() == 1
                || (isStationary && mesh.isDegenerate() && 2 * reach * reach * grid.size() <= MOST_OPERATIONS);
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
