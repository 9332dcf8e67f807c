package org.mfg.models.coupling;

import org.mfg.api.grid.TimeGrid;

/**
 * The quotient (f_j - f_{j-1})/(t_j - t_{j-1}) of the step that ends at level j. It goes with an implicit scheme, which weights costs at the ends of
 * its steps by Δt: ω_j = t_j - t_{j-1} for j >= 1. No step ends at level 0, where the quotient is 0.
 */
record BackwardDifference(TimeGrid time) implements TimeDifference {

    @Override
    public double at(double[] f, int j) {
        return j == 0 ? 0 : (f[j] - f[j - 1]) / time.stepTo(j);
    }

    @Override
    public double adjointAt(double[] f, int j) {
        double own = j == 0 ? 0 : f[j];
        double next = j == time.steps() ? 0 : f[j + 1];
        return (own - next) / time.stepTo(j);
    }
}
