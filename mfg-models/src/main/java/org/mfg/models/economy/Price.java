package org.mfg.models.economy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/** The numbers of a {@link Budget} as parameters of a game. */
public enum Price {
    /** r. */
    INTEREST_RATE(Range.ANY, "1/time", "r, paid on wealth"),
    /** κ. */
    BORROWING_WEDGE(Range.atLeast(0), "1/time", "kappa, by which the rate of those who owe is higher"),
    /** w. */
    WAGE(Range.above(0), "", "w, paid per unit of productivity"),
    /** τ_l. */
    LABOUR_TAX(belowOne(), "", "tau_l, the tax on what work is paid"),
    /** τ_k. */
    CAPITAL_TAX(belowOne(), "", "tau_k, the tax on interest received"),
    /** T. */
    TRANSFER(Range.ANY, "1/time", "T, what everybody is given by the state");

    private final Range range;
    private final String unit;
    private final String meaning;

    Price(Range range, String unit, String meaning) {
        this.range = range;
        this.unit = unit;
        this.meaning = meaning;
    }

    private static Range belowOne() {
        return new Range(Double.NEGATIVE_INFINITY, false, 1, true, List.of());
    }

    /** The name of the parameter. */
    public String parameterName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the state sets under this name of a parameter. */
    public static Optional<Price> ofState(String parameterName) {
        return Arrays.stream(values())
                .filter(price -> price.isOfState() && price.parameterName().equals(parameterName))
                .findFirst();
    }

    boolean isOfState() {
        return this == LABOUR_TAX || this == CAPITAL_TAX || this == TRANSFER;
    }

    Parameter declared(double value) {
        return Parameter.real(parameterName(), value, range, unit, meaning);
    }
}
