package org.mfg.models.economy;

import java.util.List;
import org.mfg.api.discrete.AgentQuantity;

/**
 * A household with a liquid account b, which may be overdrawn, and an illiquid one a >= 0 that pays more but costs to move money to and from (Kaplan, Moll and Violante 2018):
 *
 * <pre>
 *   ḃ = y_k + r_b(b) b - c - d - χ(d, a),   ȧ = r_a a + d,   b_min <= b <= b_max,  0 <= a <= a_max.
 * </pre>
 *
 * @param riskAversion γ > 0
 * @param incomes y_k > 0, by state
 * @param liquidRate r_b where b >= 0
 * @param borrowingRate r_b where b < 0
 * @param illiquidRate r_a
 * @param cost χ
 * @param minLiquid b_min
 * @param maxLiquid b_max, where nobody should save
 * @param maxIlliquid a_max, the same
 */
record TwoAssetHousehold(
        double riskAversion,
        List<Double> incomes,
        double liquidRate,
        double borrowingRate,
        double illiquidRate,
        AdjustmentCost cost,
        double minLiquid,
        double maxLiquid,
        double maxIlliquid) {

    /** Consumption and transactions are sought up to this multiple of the largest flow: policies of bad guesses are not so bad then that Howard's steps take long to leave them. */
    private static final double BOUND = 20;

    /** The income at (b, a, k) after interest, what leaves b as it is: y_k + r_b(b) b. */
    double income(double[] x) {
        return incomes.get((int) x[2]) + (x[0] < 0 ? borrowingRate : liquidRate) * x[0];
    }

    /** The most that is consumed, and moved, per unit of time. */
    double bound() {
        double most = incomes.stream().mapToDouble(y -> y).max().orElseThrow();
        return BOUND * (most + Math.max(liquidRate, 0) * Math.max(maxLiquid, 0) + Math.abs(illiquidRate) * maxIlliquid);
    }

    /** d, by the drift of a. */
    AgentQuantity deposits() {
        return AgentQuantity.ofDrift("deposits", this::deposit);
    }

    /** c, by the drifts. */
    AgentQuantity consumption() {
        return AgentQuantity.ofDrift("consumption", (x, drift) -> {
            double deposit = deposit(x, drift);
            return income(x) - drift[0] - deposit - cost.at(deposit, x[1]);
        });
    }

    private double deposit(double[] x, double[] drift) {
        return drift[1] - illiquidRate * x[1];
    }
}
