package org.mfg.solvers.agents;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mfg.api.grid.Grid;

/**
 * Draws states by their masses, and positions from the density that interpolates m0 linearly between the nodes: first a cell, by its mass, then one
 * coordinate after the other, each from a density that is linear between its two ends.
 */
final class InitialPositions {
    private final Cells cells;
    private final double[] m0;
    private final int dimension;
    /** The axis of states, or -1. */
    private final int statesAxis;

    private final double[] cumulative;
    private final int[] cell;
    /** The cells along each axis; a state is one of its own. */
    private final int[] count;

    private final double[] corner;

    InitialPositions(Grid grid, double[] m0) {
        cells = new Cells(grid);
        this.m0 = m0;
        dimension = grid.dimension();
        statesAxis = grid.domain().statesAxis();
        cell = new int[dimension];
        count = new int[dimension];
        corner = new double[1 << dimension];
        int all = 1;
        for (int k = 0; k < dimension; k++) {
            count[k] = k == statesAxis ? grid.nodes(k) : cells.along(k).count();
            all *= count[k];
        }
        cumulative = new double[all];
        double sum = 0;
        for (int c = 0; c < all; c++) {
            select(c);
            double mass = 0;
            for (double v : corner) {
                mass += v;
            }
            for (int k = 0; k < dimension; k++) {
                mass *= k == statesAxis ? 1 : cells.along(k).width(cell[k]);
            }
            sum += mass;
            cumulative[c] = sum;
        }
    }

    /** Loads the densities at the corners of a cell. */
    private void select(int index) {
        int rest = index;
        for (int k = dimension - 1; k >= 0; k--) {
            cell[k] = rest % count[k];
            rest /= count[k];
        }
        int[] corners = cells.corners(cell);
        for (int c = 0; c < corner.length; c++) {
            boolean isNextState = statesAxis >= 0 && (c >> statesAxis & 1) == 1;
            corner[c] = isNextState ? 0 : m0[corners[c]];
        }
    }

    /** Draws a position into d entries of x. */
    void draw(RandomGenerator random, double[] x, int at) {
        double mass = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, mass);
        // A mass that ends a cell belongs to the next one that is not empty.
        int c = found < 0 ? -found - 1 : found;
        while (c < cumulative.length - 1 && cumulative[c] <= mass) {
            c++;
        }
        select(c);
        for (int k = 0; k < dimension; k++) {
            double s = k == statesAxis ? 0 : coordinate(k, random.nextDouble());
            x[at + k] = cells.along(k).coordinate(cell[k], s);
        }
    }

    /** Draws coordinate k in [0, 1] and weights the corners with it, so that the next one is drawn given this one. */
    private double coordinate(int k, double uniform) {
        double a = 0;
        double b = 0;
        for (int c = 0; c < corner.length; c++) {
            if ((c >> k & 1) == 0) {
                a += corner[c];
            } else {
                b += corner[c];
            }
        }
        double root = Math.sqrt(a * a + (b - a) * (b + a) * uniform);
        double s = uniform * (a + b) / (a + root);
        for (int c = 0; c < corner.length; c++) {
            corner[c] *= (c >> k & 1) == 1 ? s : 1 - s;
        }
        return s;
    }
}
