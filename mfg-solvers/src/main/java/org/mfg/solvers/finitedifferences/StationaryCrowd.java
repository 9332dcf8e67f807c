package org.mfg.solvers.finitedifferences;

/** Finds the density that a strategy leaves as it is. */
interface StationaryCrowd {

    /**
     * Solves for m.
     *
     * @param u of which the first level is the strategy
     * @param m on entry a guess at its second level, on return the density at both levels
     * @throws org.mfg.api.NumericalFailureException if there is not one density, or it is not found
     */
    void solve(double[] u, double[] m);
}
