package org.mfg.app.verify;

import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * The distance of crowds on a line by what it takes to move the one to the other, the Wasserstein distance
 *
 * <pre>
 *   max_t Σ_k ∫ |M_k(x) - M'_k(x)| dx,    M_k(x) the mass in state k up to x.
 * </pre>
 *
 * <p>Where nothing diffuses and a state constraint holds agents back, a part of the crowd sits at one point: an atom. On a grid it is the
 * mass of the cell at the end, as a density mass/(h/2), so that densities on two grids differ by O(1) there however fine these are. Beside
 * an atom, moreover, the density may grow like 1/√(distance) (Achdou, Han, Lasry, Lions and Moll 2022), and what of
 * that a cell takes to be the atom is O(√h). Both are near to where they belong, which is what this distance measures.
 */
final class Transport {
    /** The order of an atom's mass: the cell takes what is next to it, O(√h), for the atom. */
    static final double ATOM_ORDER = 0.5;

    private Transport() {}

    /** Whether a game on a line may have an atom. */
    static boolean isNeeded(MeanFieldGame game) {
        return game.domain().positionAxes() == 1
                && game.diffusion().viscosity().orElse(1) == 0
                && (isConstraint(game.domain().axis(0).lowerBoundary())
                        || isConstraint(game.domain().axis(0).upperBoundary()));
    }

    private static boolean isConstraint(Boundary boundary) {
        return boundary.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }

    /** The distance of crowds on two grids of which the finer has every node of the coarser. */
    static double distance(Equilibrium coarse, Equilibrium fine) {
        int everyLevel = fine.time().steps() / coarse.time().steps();
        double largest = 0;
        for (int j = 0; j < coarse.time().levels(); j++) {
            double sum = 0;
            for (int k = 0; k < states(coarse.grid()); k++) {
                sum += distance(coarse, j, fine, j * everyLevel, k);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** The mass at the constrained ends, in all states, at the last level. */
    static double atoms(Equilibrium e) {
        Axis axis = e.grid().domain().axis(0);
        int last = e.time().steps();
        double sum = 0;
        for (int k = 0; k < states(e.grid()); k++) {
            sum += isConstraint(axis.lowerBoundary()) ? mass(e, last, 0, k) : 0;
            sum += isConstraint(axis.upperBoundary()) ? mass(e, last, e.grid().nodes(0) - 1, k) : 0;
        }
        return sum;
    }

    private static int states(Grid grid) {
        Axis last = grid.domain().axis(grid.dimension() - 1);
        return last.hasStates() ? grid.nodes(grid.dimension() - 1) : 1;
    }

    private static double distance(Equilibrium coarse, int coarseLevel, Equilibrium fine, int fineLevel, int state) {
        double[] x = coarse.grid().coordinates(0);
        double[] y = fine.grid().coordinates(0);
        double upToX = 0;
        double upToY = 0;
        double sum = 0;
        int i = 0;
        for (int l = 0; l + 1 < y.length; l++) {
            upToY += mass(fine, fineLevel, l, state);
            // Nodes are shared but for rounding.
            for (; i < x.length && x[i] < 0.5 * (y[l] + y[l + 1]); i++) {
                upToX += mass(coarse, coarseLevel, i, state);
            }
            sum += Math.abs(upToX - upToY) * (y[l + 1] - y[l]);
        }
        return sum;
    }

    private static double mass(Equilibrium e, int level, int node, int state) {
        Grid grid = e.grid();
        int at = node * grid.stride(0) + state;
        return grid.weight(at) * e.m()[level * grid.size() + at];
    }
}
