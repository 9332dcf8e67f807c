package org.mfg.solvers.path;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.sensitivity.ClearedTangent;
import org.mfg.solvers.sensitivity.MarketResponse;
import org.mfg.solvers.sensitivity.Sensitivity;

/** How a steady state moves with its parameters, and its prices with them where its market clears. */
final class SteadyResponse {
    private final DiscreteEconomy economy;
    private final SteadyState steady;
    private final Sensitivity sensitivity;
    private final Optional<MarketResponse> market;
    private final Map<String, ClearedTangent> known = new HashMap<>();

    /** @param clears whether prices go on clearing the market; otherwise they are given */
    SteadyResponse(DiscreteEconomy economy, SteadyState steady, boolean clears) {
        this.economy = economy;
        this.steady = steady;
        sensitivity = Sensitivity.of(steady.game(), steady.equilibrium());
        Market own = economy.market();
        market = clears
                ? Optional.of(
                        new MarketResponse(sensitivity, steady.equilibrium(), own, steady.parameters(), this::game))
                : Optional.empty();
    }

    private DiscreteGame game(Parameters parameters) {
        return economy.stationary(parameters);
    }

    /** The move for changes of parameters, none of them of a price that clears. */
    SteadyMove to(Map<String, Double> changes) {
        SteadyMove move = SteadyMove.none(steady);
        for (Map.Entry<String, Double> change : changes.entrySet()) {
            if (change.getValue() != 0) {
                move = move.plus(change.getValue(), change.getKey(), tangent(change.getKey()), economy.market());
            }
        }
        return move;
    }

    private ClearedTangent tangent(String parameter) {
        return known.computeIfAbsent(
                parameter,
                name -> market.map(response -> response.tangent(name))
                        .orElseGet(() -> ClearedTangent.atGivenPrices(sensitivity.tangent(
                                steady.parameters().real(name),
                                value -> game(steady.parameters().with(name, value))))));
    }
}
