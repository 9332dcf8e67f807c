package org.mfg.models.quantity;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.FlowAction;
import org.mfg.api.quantity.Quantity;

/** The square of the distance that a crowd goes to its target: {@link FlowAction}. */
final class Transport implements Quantity {

    @Override
    public String name() {
        return "transport";
    }

    @Override
    public String unit() {
        return "length^2";
    }

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        return FlowAction.of(game, u, m);
    }
}
