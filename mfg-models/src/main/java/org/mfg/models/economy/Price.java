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
    INTEREST_RATE("1/time", "r, paid on wealth"),
    /** κ. */
    BORROWING_WEDGE("1/time", "kappa, by which the rate of those who owe is higher"),
    /** w. */
    WAGE("", "w, paid per unit of productivity"),
    /** τ_l. */
    LABOUR_TAX("share", "tau_l, the tax on what work is paid"),
    /** τ_k. */
    CAPITAL_TAX("share", "tau_k, the tax on interest received"),
    /** T. */
    TRANSFER("wealth/time", "T, what everybody is given by the state");

    private final String unit;
    private final String meaning;

    Price(String unit, String meaning) {
        this.unit = unit;
        this.meaning = meaning;
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
        return Parameter.real(parameterName(), value, range(), unit, meaning);
    }

    private Range range() {
        return switch (this) {
            case INTEREST_RATE, TRANSFER -> Range.ANY;
            case BORROWING_WEDGE -> Range.atLeast(0);
            case WAGE -> Range.above(0);
            case LABOUR_TAX, CAPITAL_TAX -> new Range(Double.NEGATIVE_INFINITY, false, 1, true, List.of());
        };
    }
}
