package org.mfg.solvers.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.QuantityProvider;

/** The quantities of interest of all providers, found by {@link ServiceLoader} when they are first asked for. */
public final class Quantities {
    private static final String KIND = "quantity";

    private final ClassLoader loader;
    private @Nullable List<QuantityProvider> providers;

    /** @param loader where to look for providers */
    public Quantities(ClassLoader loader) {
        this.loader = loader;
    }

    /** The quantities that are listed for a game, in the order of the providers. */
    public List<Quantity> of(MeanFieldGame game) {
        return providers().stream().flatMap(p -> p.quantities(game).stream()).toList();
    }

    /** How to write those that are in no list, each in a few words. */
    public List<String> syntaxes() {
        return providers().stream()
                .map(QuantityProvider::syntax)
                .filter(syntax -> !syntax.isEmpty())
                .toList();
    }

    /**
     * The quantity that a text means for a game.
     *
     * @throws InvalidInputException if there is none; the message tells the nearest known name
     */
    public Quantity find(String text, MeanFieldGame game) {
        for (QuantityProvider provider : providers()) {
            Optional<Quantity> quantity = provider.find(text, game);
            if (quantity.isPresent()) {
                return quantity.get();
            }
        }
        List<String> known =
                new ArrayList<>(of(game).stream().map(Quantity::name).toList());
        known.addAll(syntaxes());
        throw Names.unknown(KIND, text, known);
    }

    /** The providers. */
    public synchronized List<QuantityProvider> providers() {
        if (providers == null) {
            try {
                providers = ServiceLoader.load(QuantityProvider.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
            } catch (ServiceConfigurationError | LinkageError e) {
                throw InvalidInputException.because(
                        KIND,
                        "a provider of quantities cannot be loaded: "
                                + InvalidInputException.inOneLine(String.valueOf(e)));
            }
        }
        return providers;
    }
}
