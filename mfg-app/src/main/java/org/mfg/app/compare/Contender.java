package org.mfg.app.compare;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One way to solve one variant of a game.
 *
 * @param name its name in tables and legends, for example "picard, relaxation 0.1": what tells it from the others
 * @param settings what is special about it, by the names of {@link org.mfg.app.sweep.Settings}
 */
public record Contender(String name, Map<String, Object> settings) {

    /** Copies the settings, in their order. */
    public Contender {
        settings = new LinkedHashMap<>(settings);
    }
}
