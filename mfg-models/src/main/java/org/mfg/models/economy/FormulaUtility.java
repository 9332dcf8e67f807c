package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;
import org.mfg.models.formula.Jet;
import org.mfg.models.formula.SmoothFormula;

/** A utility that is a formula in c, with its exact derivatives. */
final class FormulaUtility implements Utility {
    private static final double SMALLEST = 1e-12;
    private static final double LARGEST = 1e12;

    private final SmoothFormula formula;
    private final double least;

    FormulaUtility(String text) {
        formula = SmoothFormula.parse("utility", text, "c");
        least = leastDefined();
    }

    /** 0, or the end of the interval (least, ∞) in which there is a utility, to the last bit. */
    private double leastDefined() {
        double high = SMALLEST;
        while (!isDefined(high)) {
            high *= 2;
            if (high > LARGEST) {
                throw InvalidInputException.of(
                        "utility", "be a formula in c that increases, with falling slope", "'" + formula + "'");
            }
        }
        double low = high == SMALLEST ? 0 : high / 2;
        if (low == 0) {
            return 0;
        }
        for (double middle = 0.5 * (low + high); low < middle && middle < high; middle = 0.5 * (low + high)) {
            if (isDefined(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean isDefined(double c) {
        Jet u = formula.at(c);
        return Double.isFinite(u.value()) && u.first() > 0 && u.second() < 0;
    }

    @Override
    public double value(double c) {
        return formula.at(c).value();
    }

    /** Infinite where the formula has no slope, at the least consumption. */
    @Override
    public double marginal(double c) {
        double slope = formula.at(c).first();
        return Double.isNaN(slope) || (c <= least && !(slope > 0)) ? Double.POSITIVE_INFINITY : slope;
    }

    @Override
    public double riskTolerance(double c) {
        Jet u = formula.at(c);
        return -u.first() / u.second();
    }

    @Override
    public double least() {
        return least;
    }

    @Override
    public String toString() {
        return formula.toString();
    }
}
