package org.mfg.api.grid;

import java.util.List;

/**
 * What solvers use of the places of a discrete game: nodes 0 ... size-1 with quadrature weights, some of which are walls or exits. A {@link Grid}
 * is one; a network may be another.
 */
public interface Space {

    /** The number of nodes in all. */
    int size();

    /** The quadrature weight w_i of node i; 0 at a wall. */
    double weight(int i);

    /** The quadrature weights of all nodes; a copy. */
    double[] weights();

    /** Whether node i is a wall: no part of the space. */
    boolean isWall(int i);

    /** Whether node i lies on an exit, where u is given and m is 0. */
    boolean isExit(int i);

    /** The exits. */
    List<Exit> exits();

    /** The quadrature Σ w_i f_i over the slice that starts at the given offset of f. */
    default double integrate(double[] f, int offset) {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += weight(i) * f[offset + i];
        }
        return sum;
    }
}
