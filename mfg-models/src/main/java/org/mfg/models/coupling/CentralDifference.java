package org.mfg.models.coupling;

import org.mfg.api.grid.TimeGrid;

/**
 * Central quotients (f_{j+1} - f_{j-1})/(2Δt), and one-sided ones over a step at both ends. It goes with a scheme that weights costs
 * by the trapezoid rule, ω = Δt (½, 1, ..., 1, ½), for which integration by parts is exact: Σ ω (a Db + b Da) = a_N b_N - a_0 b_0
 * (B. Strand 1994). The ends are of first order, but their weight makes that a contribution of second order.
 */
record CentralDifference(TimeGrid time) implements TimeDifference {

    @Override
    public double at(double[] f, int j) {
        int before = Math.max(0, j - 1);
        int after = Math.min(time.steps(), j + 1);
        return (f[after] - f[before]) / ((after - before) * time.evenStep("crank-nicolson"));
    }

    @Override
    public double adjointAt(double[] f, int j) {
        double endWeight = 0.5 * time.evenStep("crank-nicolson");
        double atStart = j == 0 ? -f[j] / endWeight : 0;
        double atEnd = j == time.steps() ? f[j] / endWeight : 0;
        return atStart + atEnd - at(f, j);
    }
}
