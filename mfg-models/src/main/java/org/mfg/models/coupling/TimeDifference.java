package org.mfg.models.coupling;

/**
 * A difference quotient D in time at the levels of a grid, and its adjoint D* for the weights ω that a scheme gives to costs at
 * its levels: Σ_j ω_j a_j (D b)_j = Σ_j ω_j b_j (D* a)_j. At level j both read levels j - 1 to j + 1.
 */
interface TimeDifference {

    /** (D f)_j. */
    double at(double[] f, int j);

    /** (D* f)_j. */
    double adjointAt(double[] f, int j);
}
