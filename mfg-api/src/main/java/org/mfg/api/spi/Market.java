package org.mfg.api.spi;

import java.util.Map;
import java.util.Optional;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * A market in which the agents of a game meet: each takes its price as given, a parameter of the game, and together they set it.
 * The price is one of equilibrium where excess supply is 0.
 */
public interface Market {
    /** The name of the parameter, a real one, that is the price. */
    String price();

    /**
     * The lowest price to look at, for the given values of the other parameters: approached, not reached. There may be prices above it at
     * which the game fails.
     */
    double lowest(Parameters parameters);

    /** The highest price to look at, above {@link #lowest}; the same holds for it. */
    double highest(Parameters parameters);

    /** What agents offer less what is asked for at the price among the parameters. */
    double excessSupply(Parameters parameters, Equilibrium equilibrium);

    /** What else there is to tell of the market, by name, in the order to show it; for example the wage. */
    Map<String, Double> quantities(Parameters parameters, Equilibrium equilibrium);

    /** Why the equilibrium is not to be trusted, in a line, for example that the grid ends too early; empty unless overridden. */
    default Optional<String> warning(Parameters parameters, Equilibrium equilibrium) {
        return Optional.empty();
    }
}
