package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.NumericalHamiltonian;

/** A numerical Hamiltonian that knows the momenta of a drift, and whether they are what is smooth: whether drifts are too steep a function of momenta. */
interface SteepFlux extends NumericalHamiltonian {

    /** Whether ∂²g/∂q² is infinite where agents rest, as of |q|^β with β < 2. */
    boolean isSteep(double t, double[] x, double m);

    /** The same flux with its own second derivative at q for a Hessian, however large, where this one has the chord from rest. */
    SteepFlux withTangents();

    /**
     * Writes the momenta q whose ∂g/∂q is given.
     *
     * @param gradient 2d entries, those of lower sides >= 0 and those of upper ones <= 0
     * @param q 2d entries; those of sides whose gradient is 0 are left as they are
     */
    void momenta(double t, double[] x, double[] gradient, double m, double[] q);
}
