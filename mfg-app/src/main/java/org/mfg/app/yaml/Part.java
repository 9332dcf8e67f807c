package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Provider;
import org.mfg.solvers.registry.Registry;

/**
 * A provider named in a file, with the values given there: {@code quadratic} or {@code {name: power, beta: 3}}.
 *
 * @param role what it is in the file, for example "coupling-2"
 * @param provider the provider
 * @param given the given values by parameter name, checked
 */
record Part<T>(String role, Provider<T> provider, Map<String, Object> given) {
    private static final String NAME = "name";

    static <T> Part<T> read(String role, Value value, Registry<? extends Provider<T>, T> registry) {
        if (value.isText()) {
            return new Part<>(role, provider(value, registry), Map.of());
        }
        Section section = value.section();
        Provider<T> provider = provider(section.required(NAME), registry);
        List<String> allowed = new ArrayList<>(List.of(NAME));
        provider.parameters().forEach(p -> allowed.add(p.name()));
        section.allowOnly("parameter of " + registry.kind() + " " + provider.name(), allowed);
        Map<String, Object> given = new LinkedHashMap<>();
        for (Parameter p : provider.parameters()) {
            section.find(p.name()).ifPresent(v -> given.put(p.name(), v.as(p)));
        }
        return new Part<>(role, provider, given);
    }

    /** The provider of the name that is written there. */
    static <P extends Provider<T>, T> P provider(Value name, Registry<P, T> registry) {
        String text = name.text();
        try {
            return registry.provider(text);
        } catch (InvalidInputException e) {
            throw e.at(name.place());
        }
    }

    /** The parameter with its value in the file for a default. */
    Parameter withDefault(Parameter p, String name) {
        Object value = given.getOrDefault(p.name(), p.defaultValue());
        return new Parameter(name, p.type(), value, p.range(), p.unit(), p.description());
    }

    /** Makes the thing from values by parameter name. */
    T create(Map<String, Object> values) {
        return provider.create(Parameters.of(role, provider.parameters(), values));
    }
}
