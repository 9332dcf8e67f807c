package org.mfg.api;

/**
 * A sweep that cannot go on: a value that is not finite, or a time slice whose equation could not be solved. Discrete
 * games throw it; solvers turn it into an equilibrium with status DIVERGED, so that users of solvers never see it.
 */
public final class NumericalFailureException extends MfgException {
    private static final long serialVersionUID = 1L;

    /**
     * @param equation the equation that failed, for example "Hamilton-Jacobi-Bellman"
     * @param timeLevel the time level, from 0
     * @param node the flat index of the node
     * @param what what happened there
     */
    public NumericalFailureException(String equation, int timeLevel, int node, String what) {
        super(equation + " equation, time level " + timeLevel + ", node " + node + ": " + what);
    }

    /** A failure that has no single node, or whose place is not known where it is noticed. */
    public NumericalFailureException(String message) {
        super(message);
    }
}
