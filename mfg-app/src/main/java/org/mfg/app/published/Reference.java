package org.mfg.app.published;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number that is known from elsewhere.
 *
 * @param subject the game
 * @param setting its parameters
 * @param quantity what the number is, for example {@code rho}
 * @param number the number as it is given, with all its digits
 * @param kind where such a number comes from
 * @param source who gives it
 */
public record Reference(String subject, String setting, String quantity, String number, Kind kind, String source) {
    /** Where numbers come from. */
    public enum Kind {
        /** Proved, in interval arithmetic. */
        CERTIFIED,
        /** Printed by a program of others. */
        PRINTED,
        /** Found by a program that was written apart from this one, for the tests of this one. */
        PROGRAM,
        /** A formula, evaluated to eight decimals. */
        FORMULA;

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The value of a formula. */
    static Reference formula(String subject, String setting, String quantity, double value, String source) {
        String number = String.format(Locale.ROOT, "%.8f", value);
        return new Reference(subject, setting, quantity, number, Kind.FORMULA, source);
    }

    /** The number. */
    public double value() {
        return Double.parseDouble(number);
    }

    /** One in the last digit. */
    public double unit() {
        return new BigDecimal(number).ulp().doubleValue();
    }
}
