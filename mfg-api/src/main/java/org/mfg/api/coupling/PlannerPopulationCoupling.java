package org.mfg.api.coupling;

/**
 * The planner's version f_k + Σ_l m_l ∂f_l/∂m_k of a coupling of populations: what one more agent of population k costs everybody.
 *
 * @param coupling the coupling f
 */
record PlannerPopulationCoupling(PopulationCoupling coupling) implements PopulationCoupling {
    @Override
    public double value(double t, double[] x, int population, double[] densities) {
        double sum = coupling.value(t, x, population, densities);
        for (int l = 0; l < densities.length; l++) {
            sum += densities[l] * coupling.densityDerivative(t, x, l, population, densities);
        }
        return sum;
    }
}
