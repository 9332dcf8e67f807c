package org.mfg.models.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The equations of an economy in plain text, for reports. */
final class SavingsEquation {
    private SavingsEquation() {}

    /** H, for example {@code H(a, p) = max_c U(c) + p c - p (w z + r a)}. */
    static String hamiltonian(Incomes incomes, Labour labour, Set<Price> prices, boolean hasFirm) {
        boolean diffuses = incomes.volatility() != 0;
        String p = diffuses ? "p_a" : "p";
        boolean isChosen = !(labour instanceof Labour.Fixed);
        String best = labour instanceof Labour.Ghh
                ? "max_c max_l U(c - v(l))"
                : isChosen ? "max_c max_l U(c) - v(l)" : "max_c U(c)";
        return "H(a, " + (diffuses ? "z, " : "") + "p) = " + best + " + " + p + " c - " + p + " ("
                + income(isChosen, prices, hasFirm) + ")" + (diffuses ? " - p_z θ (1 - z)" : "");
    }

    private static String income(boolean isChosen, Set<Price> prices, boolean hasFirm) {
        boolean isBent = prices.contains(Price.BORROWING_WEDGE) || prices.contains(Price.CAPITAL_TAX);
        return (prices.contains(Price.LABOUR_TAX) ? "(1 - labour-tax) " : "")
                + (hasFirm || prices.contains(Price.WAGE) ? "w z" : "z")
                + (isChosen ? " l" : "")
                + (isBent ? " + R(a)" : " + r a")
                + (prices.contains(Price.TRANSFER) ? " + transfer" : "");
    }

    /** What r, w and R are. */
    static List<String> budget(Set<Price> prices, boolean hasFirm) {
        List<String> all = new ArrayList<>();
        if (prices.contains(Price.BORROWING_WEDGE)) {
            all.add("R(a) = (r + borrowing-wedge) a for a < 0");
        }
        if (prices.contains(Price.CAPITAL_TAX)) {
            all.add("R(a) = (1 - capital-tax) r a for a > 0");
        }
        all.add(hasFirm ? "r = interest-rate = α A (K/L)^(α-1) - δ" : "r = interest-rate");
        if (hasFirm) {
            all.add("w = (1-α) A (K/L)^α");
        } else if (prices.contains(Price.WAGE)) {
            all.add("w = wage");
        }
        return all;
    }
}
