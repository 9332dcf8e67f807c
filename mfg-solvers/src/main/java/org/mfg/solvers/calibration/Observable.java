package org.mfg.solvers.calibration;

import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.sensitivity.ClearedTangent;

/** A number of an equilibrium that can be observed. */
public interface Observable {

    /** The name users write. */
    String name();

    /** What an equilibrium predicts for it. */
    double of(Prediction here);

    /** Its derivative along a tangent. */
    double along(ClearedTangent tangent);

    /** A quantity of both fields. */
    static Observable of(Quantity quantity) {
        return new Observable() {
            @Override
            public String name() {
                return quantity.name();
            }

            @Override
            public double of(Prediction here) {
                return quantity.value(here.game(), here.u(), here.m());
            }

            @Override
            public double along(ClearedTangent tangent) {
                return tangent.of(quantity);
            }
        };
    }

    /**
     * A price, or what a market counts, where it clears.
     *
     * @param number which of {@link Prediction#ofMarket}
     */
    static Observable ofMarket(String name, int number) {
        return new Observable() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double of(Prediction here) {
                return here.ofMarket()[number];
            }

            @Override
            public double along(ClearedTangent tangent) {
                return tangent.ofMarket()[number];
            }
        };
    }
}
