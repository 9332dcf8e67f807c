package org.mfg.app.output;

import java.util.Locale;
import org.mfg.solvers.errorbars.ErrorBar;

/** Values with error bars in words: two digits of the bar, and the value's up to these. */
public final class BarText {
    /** More decimals than these are rounding. */
    private static final int MOST = 12;

    private BarText() {}

    /** For example 0.52517 ± 0.00043. */
    public static String of(ErrorBar bar) {
        int decimals = decimals(bar);
        return decimals > MOST
                ? String.format(Locale.ROOT, "%.12g ± %.1e", bar.value(), bar.bar())
                : number(bar.value(), decimals) + " ± " + number(bar.bar(), decimals);
    }

    /** The extrapolated value, to the digits in which both estimates agree, and one more than the value at least. */
    public static String extrapolated(ErrorBar bar) {
        double doubt = Math.abs(bar.byGrids() - bar.byResidual());
        int sure = doubt > 0 ? (int) Math.ceil(-Math.log10(doubt)) : 0;
        return number(bar.extrapolated(), Math.min(MOST, Math.max(decimals(bar) + 1, sure)));
    }

    private static int decimals(ErrorBar bar) {
        return Math.max(0, 1 - (int) Math.floor(Math.log10(bar.bar())));
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
