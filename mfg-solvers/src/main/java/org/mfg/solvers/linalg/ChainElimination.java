package org.mfg.solvers.linalg;

/**
 * The elimination of Grassmann, Taksar and Heyman (Oper. Res. 33 (1985)) in some order of the states: they are removed one after the other, and what passes through a removed
 * one is added to the rates between the rest. Nothing is subtracted.
 */
interface ChainElimination {

    /**
     * Writes stationary masses of any sum, 0 of what is not recurrent.
     *
     * @param s minus the rates as off-diagonals
     * @param neighbour by side and node, as the off-diagonals
     * @param classes of the chain, one of which is recurrent
     * @return whether there was a way out of every state but the last one; masses mean nothing if not
     */
    boolean masses(StencilMatrix s, int[][] neighbour, RecurrentClasses classes, double[] masses);
}
