package org.mfg.solvers.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Provider;

/**
 * The providers of one kind, found by {@link ServiceLoader} when they are first asked for. A provider that cannot be
 * loaded, a name that is not well formed and a name that two providers claim are errors of that first use.
 *
 * @param <P> the provider type
 * @param <T> what the providers make
 */
public final class Registry<P extends Provider<T>, T> {
    private final String kind;
    private final Class<P> type;
    private final ClassLoader loader;
    private final UnaryOperator<P> extension;
    private @Nullable Map<String, P> providers;

    /**
     * @param kind what the providers make, in the words of messages: for example "solver"
     * @param type the provider interface
     * @param loader where to look for implementations
     * @param extension what the framework adds to every provider; the identity for nothing
     */
    public Registry(String kind, Class<P> type, ClassLoader loader, UnaryOperator<P> extension) {
        this.kind = kind;
        this.type = type;
        this.loader = loader;
        this.extension = extension;
    }

    /** What the providers make: for example "solver". */
    public String kind() {
        return kind;
    }

    /** The known names, in alphabetical order. */
    public Set<String> names() {
        return loaded().keySet();
    }

    /** The providers, in alphabetical order of their names. */
    public Collection<P> providers() {
        return loaded().values();
    }

    /**
     * The provider of the given name.
     *
     * @throws InvalidInputException if there is none; the message tells the nearest known name
     */
    public P provider(String name) {
        P provider = loaded().get(name);
        if (provider == null) {
            throw Names.unknown(kind, name, names());
        }
        return provider;
    }

    /**
     * The given values of the named provider's parameters, checked, and the defaults of the rest.
     *
     * @throws InvalidInputException if the name or a parameter is unknown or a value is not allowed
     */
    public Parameters parameters(String name, Map<String, ?> given) {
        return Parameters.of(kind + " " + name, provider(name).parameters(), given);
    }

    /**
     * Makes the named thing.
     *
     * @param given values of its parameters; those that are absent take their defaults
     * @throws InvalidInputException if the name or a parameter is unknown or a value is not allowed
     */
    public T create(String name, Map<String, ?> given) {
        return provider(name).create(parameters(name, given));
    }

    private synchronized Map<String, P> loaded() {
        if (providers == null) {
            providers = Collections.unmodifiableMap(load());
        }
        return providers;
    }

    private Map<String, P> load() {
        Map<String, P> found = new TreeMap<>();
        try {
            Iterator<P> services = ServiceLoader.load(type, loader).iterator();
            while (services.hasNext()) {
                add(services.next(), found);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw InvalidInputException.because(kind, "a provider of a " + kind + " cannot be loaded: " + reason(e));
        }
        found.replaceAll((name, provider) -> extension.apply(provider));
        return found;
    }

    private void add(P provider, Map<String, P> found) {
        String name = provider.name();
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw InvalidInputException.of(
                    "name of " + kind + " provider " + provider.getClass().getName(),
                    "be lower case words joined by hyphens",
                    "'" + name + "'");
        }
        P other = found.putIfAbsent(name, provider);
        if (other != null) {
            throw InvalidInputException.because(
                    kind,
                    "two " + kind + " providers are named " + name + ": "
                            + other.getClass().getName() + " and "
                            + provider.getClass().getName());
        }
    }

    private static String reason(Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        Throwable cause = error.getCause();
        String text = cause == null ? message : message + " (" + cause + ")";
        return text.lines().findFirst().orElse("");
    }
}
