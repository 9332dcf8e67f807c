package org.mfg.models.coupling;

/** What it costs to be at x at time t when the mean position of the population is μ: c(t, x, μ). */
public interface MeanCost {

    /**
     * c(t, x, μ).
     *
     * @param t the time
     * @param x the position, d entries; not to be kept or changed
     * @param mean the mean position μ, d entries; not to be kept or changed
     */
    double value(double t, double[] x, double[] mean);

    /** Writes the gradient ∂c/∂μ (t, x, μ) into {@code gradient}, d entries. */
    void meanGradient(double t, double[] x, double[] mean, double[] gradient);
}
