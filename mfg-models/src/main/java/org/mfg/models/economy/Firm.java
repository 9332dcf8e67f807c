package org.mfg.models.economy;

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

    static Parameter productivity(double value) {
        return Parameter.real("tfp", value, Range.above(0), "", "A, the productivity of the firm");
    }

    static Parameter share(double value) {
        return Parameter.real("capital-share", value, Range.between(0.01, 0.99), "", "alpha, the exponent of capital");
    }

    static Parameter depreciation(double value) {
        return Parameter.real(
                "depreciation", value, Range.above(0), "1/time", "delta, the rate at which capital wears off");
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

    double output(double capitalPerLabour, double labour) {
        return productivity * Math.pow(capitalPerLabour, share) * labour;
    }
}
