package org.mfg.solvers.market;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.mfg.solvers.market.ClearedMarket.Trial;

/** The Jacobian of the excess in the prices, by differences, factorised. */
final class PriceJacobian {
    /** Of the range: the step of the differences. */
    private static final double DIFFERENCE = 1e-6;

    /** Times a range: a step so long is that of a singular matrix, but for round-off. */
    private static final double FARTHEST = 1e6;

    private final List<PriceInterval> ranges;
    private final PriceTrials trials;
    private final DecompositionSolver factors;

    private PriceJacobian(List<PriceInterval> ranges, PriceTrials trials, DecompositionSolver factors) {
        this.ranges = ranges;
        this.trials = trials;
        this.factors = factors;
    }

    /**
     * By one-sided differences, towards the other end of a range where there is no equilibrium on the one side.
     *
     * @throws PriceTrials.Over if there is none on either
     */
    static PriceJacobian at(Trial at, List<PriceInterval> ranges, PriceTrials trials) {
        int q = ranges.size();
        Array2DRowRealMatrix j = new Array2DRowRealMatrix(q, q);
        for (int k = 0; k < q; k++) {
            double h = DIFFERENCE * ranges.get(k).length();
            Trial moved = trials.at(moved(at, k, h));
            if (!moved.isSolved()) {
                moved = trials.at(moved(at, k, -h));
            }
            if (!moved.isSolved()) {
                throw new PriceTrials.Over(
                        "no equilibrium beside " + trials.inWords(at.prices()) + ": " + moved.failure());
            }
            double change = moved.prices().get(k) - at.prices().get(k);
            for (int i = 0; i < q; i++) {
                j.setEntry(i, k, (moved.excess().get(i) - at.excess().get(i)) / change);
            }
        }
        return new PriceJacobian(ranges, trials, new LUDecomposition(j, Double.MIN_NORMAL).getSolver());
    }

    private static double[] moved(Trial at, int k, double h) {
        double[] prices = array(at.prices());
        prices[k] += h;
        return prices;
    }

    /**
     * -J⁻¹E of prices.
     *
     * @throws PriceTrials.Over if J is singular
     */
    double[] step(Trial at) {
        if (factors.isNonSingular()) {
            double[] step = factors.solve(new ArrayRealVector(array(at.excess()), false))
                    .mapMultiply(-1)
                    .toArray();
            if (size(step) <= FARTHEST) {
                return step;
            }
        }
        throw new PriceTrials.Over("the conditions do not determine the prices: at " + trials.inWords(at.prices())
                + " the derivatives of the excess are singular");
    }

    /** The size of a step: of its largest entry, as a part of the range. */
    double size(double[] step) {
        double size = 0;
        for (int k = 0; k < step.length; k++) {
            double part = Math.abs(step[k]) / ranges.get(k).length();
            size = part > size || Double.isNaN(part) ? part : size;
        }
        return size;
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
