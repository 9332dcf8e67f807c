package org.mfg.api.coupling;

/**
 * A running or terminal coupling: the cost F[m](t, x) of being at x at time t in a crowd of density m. Either local or
 * non-local.
 */
public sealed interface Coupling permits LocalCoupling, NonlocalCoupling {

    /**
     * What an agent at x costs everybody, itself included: F[m] + F'[m]* m, the derivative in m of the social cost ∫ m F[m].
     * With it in place of F the equilibrium is the optimum of a planner (mean field control; Lasry and Lions 2007,
     * Carmona and Delarue 2018).
     *
     * @throws org.mfg.api.InvalidInputException if this coupling has no planner's version
     */
    Coupling forPlanner();
}
