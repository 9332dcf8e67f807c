package org.mfg.app.fit;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.Observable;
import org.mfg.solvers.calibration.QuantityObservations;

/** Collects values of quantities, found by their names. */
final class QuantityList {
    private final Mfg mfg;
    private final DiscreteGame game;
    private final List<String> ofMarket;
    private final List<Observable> quantities = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();

    /** @param ofMarket the names of what a market tells besides, where it clears */
    QuantityList(Mfg mfg, DiscreteGame game, List<String> ofMarket) {
        this.mfg = mfg;
        this.game = game;
        this.ofMarket = ofMarket;
    }

    /** A value; its error is NaN if it is not told. */
    void add(String name, double value, double error) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of("value of " + name, "be a number", value);
        }
        int number = ofMarket.indexOf(name);
        quantities.add(number < 0 ? Observable.of(mfg.quantity(name, game.game())) : Observable.ofMarket(name, number));
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
