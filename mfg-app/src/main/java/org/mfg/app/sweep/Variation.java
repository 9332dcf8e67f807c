package org.mfg.app.sweep;

import java.util.List;
import java.util.Map;

/**
 * A setting and the values it takes, one after the other.
 *
 * @param name the setting, see {@link Settings}
 * @param values its values
 */
public record Variation(String name, List<Object> values) implements Factor {

    /** Copies the values. */
    public Variation {
        values = List.copyOf(values);
    }

    /** Whether all values are numbers. */
    boolean isOfNumbers() {
        return values.stream().allMatch(Number.class::isInstance);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public void put(int k, Map<String, Object> point) {
        point.put(name, values.get(k));
    }
}
