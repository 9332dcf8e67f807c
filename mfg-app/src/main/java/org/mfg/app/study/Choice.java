package org.mfg.app.study;

import java.util.Map;

/**
 * A provider's name and the values given for its parameters; those that are absent take their defaults.
 *
 * @param name the provider's name
 * @param given values by parameter name
 */
public record Choice(String name, Map<String, ?> given) {

    /** Copies the values. */
    public Choice {
        given = Map.copyOf(given);
    }

    /** The provider with its default parameters. */
    public static Choice of(String name) {
        return new Choice(name, Map.of());
    }
}
