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
     * J = ⟨m0, u(0) - L⁻¹r⟩. At an equilibrium r = 0, so that J does not change with the strategy (it is the best one) but for tolls, and with the crowd by
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
        double[] source = new double[game.size()];
        linearization.backwardTransposed(weights, change, source);
        for (int i = 0; i < n; i++) {
            change[i] += game.space().weight(i) * u[i];
        }
        return Optional.of(tolls(game, new Gradient(new double[game.size()], change), source));
    }

    /** Who keeps to a target or a ceiling pays what keeps him there: u(T), which is no cost of the game then, and the pressure. */
    private static Gradient tolls(DiscreteGame game, Gradient gradient, double[] source) {
        int n = game.space().size();
        if (game.targetDensity().isPresent()) {
            System.arraycopy(source, source.length - n, gradient.u(), source.length - n, n);
        }
        if (game.ceiling().isEmpty()) {
            return gradient;
        }
        double[] byPressure = new double[source.length];
        for (int i = n; i < source.length; i++) {
            byPressure[i] = game.time().stepTo(i / n) * source[i - n];
        }
        return gradient.withPressure(byPressure);
    }
}
