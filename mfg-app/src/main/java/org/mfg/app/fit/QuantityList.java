package org.mfg.app.fit;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.QuantityObservations;

/** Collects values of quantities, found by their names. */
final class QuantityList {
    private final Mfg mfg;
    private final DiscreteGame game;
    private final List<Quantity> quantities = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();

    QuantityList(Mfg mfg, DiscreteGame game) {
        this.mfg = mfg;
        this.game = game;
    }

    /** A value; its error is NaN if it is not told. */
    void add(String name, double value, double error) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of("value of " + name, "be a number", value);
        }
        quantities.add(mfg.quantity(name, game.game()));
        values.add(value);
        errors.add(error);
    }

    /** All of them; with errors if one was given for each, without if for none. */
    QuantityObservations observations() {
        QuantityObservations observed = new QuantityObservations(
                quantities, values.stream().mapToDouble(Double::doubleValue).toArray());
        boolean hasErrors = errors.stream().anyMatch(e -> !Double.isNaN(e));
        return hasErrors
                ? observed.withErrors(
                        errors.stream().mapToDouble(Double::doubleValue).toArray())
                : observed;
    }
}
