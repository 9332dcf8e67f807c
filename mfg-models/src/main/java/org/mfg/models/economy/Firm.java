package org.mfg.models.economy;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/**
 * A firm that produces Y = A K^α L^(1-α) and pays capital and labour what they add: r = α A (K/L)^(α-1) - δ, w = (1 - α) A (K/L)^α.
 *
 * @param productivity A
 * @param share α
 * @param depreciation δ
 */
record Firm(double productivity, double share, double depreciation) {
    Firm(Parameters p) {
        this(p.real("tfp"), p.real("capital-share"), p.real("depreciation"));
    }

    /** The declarations, with these numbers for defaults. */
    List<Parameter> parameters() {
        return List.of(
                Parameter.real("tfp", productivity, Range.above(0), "", "A, the productivity of the firm"),
                Parameter.real("capital-share", share, Range.between(0.01, 0.99), "", "alpha, the exponent of capital"),
                Parameter.real(
                        "depreciation",
                        depreciation,
                        Range.above(0),
                        "1/time",
                        "delta, the rate at which capital wears off"));
    }

    /** K/L at the interest rate r > -δ. */
    double capitalPerLabour(double r) {
        if (!(r > -depreciation)) {
            throw InvalidInputException.of("interest-rate", "be above -depreciation = " + -depreciation, r);
        }
        return Math.pow(share * productivity / (r + depreciation), 1 / (1 - share));
    }

    double wage(double capitalPerLabour) {
        return (1 - share) * productivity * Math.pow(capitalPerLabour, share);
    }

    double wageAt(double r) {
        return wage(capitalPerLabour(r));
    }

    double output(double capitalPerLabour, double labour) {
        return productivity * Math.pow(capitalPerLabour, share) * labour;
    }
}
