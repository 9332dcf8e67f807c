package org.mfg.solvers.linalg;

import java.util.function.IntPredicate;

/** States are removed in the order of a {@link Dissection}. */
final class DissectedChain implements ChainElimination {
    private final DissectedElimination elimination;

    DissectedChain(Dissection order) {
        elimination = new DissectedElimination(order);
    }

    @Override
    public boolean masses(StencilMatrix s, int[][] neighbour, RecurrentClasses classes, double[] masses) {
        IntPredicate isRecurrent = i -> classes.of(i) != RecurrentClasses.NONE;
        elimination.factorizeChain(s, isRecurrent);
        return elimination.masses(isRecurrent, masses);
    }
}
