package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/** What an agent pays on average: {@link PolicyCost}. */
final class Cost implements Quantity {

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        return PolicyCost.of(game, u, m);
    }

    /**
     * J = ⟨m0, u(0) - L⁻¹r⟩. At an equilibrium r = 0, so that J does not change with the strategy (it is the best one), and with the crowd by
     * F'ᵀL⁻ᵀ of the weights that J gives to u.
     */
    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        int n = game.space().size();
        double[] weights = new double[game.size()];
        double[] entering = new double[n];
        for (int j = 0; j < game.time().levels(); j++) {
            game.entryDensity(j, entering);
            for (int i = 0; i < n; i++) {
                weights[j * n + i] = game.space().weight(i) * (entering[i] + (j == 0 ? m[i] : 0));
            }
        }
        double[] change = new double[game.size()];
        Linearization linearization = game.linearize(u, m);
        linearization.solveExactly();
        linearization.backwardTransposed(weights, change, new double[game.size()]);
        for (int i = 0; i < n; i++) {
            change[i] += game.space().weight(i) * u[i];
        }
        return Optional.of(new Gradient(new double[game.size()], change));
    }
}
