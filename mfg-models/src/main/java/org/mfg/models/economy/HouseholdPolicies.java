package org.mfg.models.economy;

import java.util.List;
import org.mfg.api.discrete.AgentQuantity;

/** What households with wealth a and earnings y(z) do: c = y + r a - s, by the drift s of their wealth. At the limit s is 0, and c the income. */
final class HouseholdPolicies {
    private static final AgentQuantity SAVING = AgentQuantity.ofDrift("saving", (x, drift) -> drift[0]);

    private HouseholdPolicies() {}

    /** What they consume. */
    static AgentQuantity consumption(double interestRate, Earnings earnings) {
        return AgentQuantity.ofDrift(
                "consumption", (x, drift) -> earnings.at(x[1]) + interestRate * x[0] - drift[0]);
    }

    /** Consumption and saving. */
    static List<AgentQuantity> of(double interestRate, Earnings earnings) {
        return List.of(consumption(interestRate, earnings), SAVING);
    }
}
