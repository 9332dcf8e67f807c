package org.mfg.models.economy;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.AgentQuantity;

/** What households do, read from their saving, the drift of their wealth. */
record HouseholdQuantities(Choices choices, Labour labour) {

    /** Consumption and saving, and hours where they are chosen. */
    List<AgentQuantity> policies() {
        List<AgentQuantity> policies = new ArrayList<>();
        policies.add(consumption());
        policies.add(AgentQuantity.ofDrift("saving", (x, drift) -> drift[0]));
        if (!(labour instanceof Labour.Fixed)) {
            policies.add(hours("hours", (t, x, drift) -> choices.hours(t, x, drift[0])));
        }
        return policies;
    }

    AgentQuantity consumption() {
        return new AgentQuantity("consumption", (t, x, drift) -> choices.consumption(t, x, drift[0]), true);
    }

    /** What counts as labour: hours times productivity. */
    AgentQuantity labourSupply() {
        return hours("labour", (t, x, drift) -> choices.hours(t, x, drift[0]) * choices.productivity(t, x));
    }

    /** What the state takes less what it gives. */
    AgentQuantity taxes() {
        return hours("taxes", (t, x, drift) -> choices.taxes(t, x, drift[0]));
    }

    /** A function of hours, which is one of the drift only where they depend on wealth. */
    private AgentQuantity hours(String name, AgentQuantity.Value value) {
        return new AgentQuantity(name, value, labour instanceof Labour.Separable);
    }
}
