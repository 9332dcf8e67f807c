package org.mfg.app.published;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A published number and ours.
 *
 * @param reference the published one
 * @param method how ours was computed
 * @param ours ours; NaN if there is none
 */
public record Row(Reference reference, String method, double ours) {

    /** By how many units of its last digit ours differs from the published number. */
    public double units() {
        return (ours - reference.value()) / reference.unit();
    }

    /** Whether ours is the published number to its last digit, which either may have rounded in its own way. */
    public boolean isInside() {
        return Math.abs(units()) <= 1;
    }

    /** Ours, with one digit more than the published number has. */
    public String oursAsText() {
        if (!Double.isFinite(ours)) {
            return "none";
        }
        int decimals = new BigDecimal(reference.number()).scale() + 1;
        return new BigDecimal(ours).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Inside, outside or not computed. */
    public String verdict() {
        if (!Double.isFinite(ours)) {
            return "not computed";
        }
        return isInside() ? "inside" : "outside";
    }
}
