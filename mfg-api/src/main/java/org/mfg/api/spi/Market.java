package org.mfg.api.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;

/**
 * Markets in which the agents of a game meet. Each agent takes the prices π ∈ R^q as given, parameters of the game, and together they set
 * them: they are those of equilibrium where q conditions hold,
 *
 * <pre>
 *   E(π, X) = 0,   X = Σ w m φ(x, a), the aggregates of the crowd m whose agents move with the drift a.
 * </pre>
 *
 * <p>Since a market reads a crowd through its aggregates, it is the same in a stationary equilibrium and at each time of a path, and its
 * derivatives are known. Interest rates and wages are prices, and so is a tax or a transfer that balances a budget.
 */
public interface Market {

    /** The names of the parameters, real ones, that are the prices, q >= 1 of them. */
    List<String> prices();

    /** What is to be 0, by name, for messages and files, as many as prices: what one is too much of, for example {@code capital}. */
    List<String> conditions();

    /**
     * The lowest value of a price to look at, for the given values of the other parameters: approached, not reached. There may be prices
     * above it at which the game fails.
     */
    double lowest(String price, Parameters parameters);

    /** The highest value of a price to look at, above {@link #lowest}; the same holds for it. */
    double highest(String price, Parameters parameters);

    /**
     * What is counted, φ. Names and number do not depend on the parameters.
     *
     * @param parameters with prices
     */
    List<AgentQuantity> aggregates(Parameters parameters);

    /**
     * E, in the order of {@link #conditions}: of a market what is offered less what is asked for, which is taken to rise with the price
     * where there is one. With more prices they need only have a regular Jacobian.
     *
     * @param parameters with prices
     * @param aggregates X, in the order of {@link #aggregates}
     */
    double[] excess(Parameters parameters, double[] aggregates);

    /** What else there is to tell, by name, in the order to show it, for example the wage; the aggregates unless overridden. */
    default Map<String, Double> quantities(Parameters parameters, CrossSection crowd) {
        Map<String, Double> quantities = new LinkedHashMap<>();
        aggregates(parameters).forEach(a -> quantities.put(a.name(), crowd.aggregate(a)));
        return quantities;
    }

    /** Why the crowd is not to be trusted, in a line, for example that the grid ends too early; empty unless overridden. */
    default Optional<String> warning(Parameters parameters, CrossSection crowd) {
        return Optional.empty();
    }

    /** X, the {@linkplain #aggregates aggregates} of a crowd. */
    default double[] count(Parameters parameters, CrossSection crowd) {
        return aggregates(parameters).stream().mapToDouble(crowd::aggregate).toArray();
    }

    /** The excess of a crowd: {@link #excess} of its aggregates. */
    default double[] excess(Parameters parameters, CrossSection crowd) {
        return excess(parameters, count(parameters, crowd));
    }
}
