package org.mfg.app.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mfg.api.InvalidInputException;

/**
 * Settings that move together: element k has the k-th value of each.
 *
 * @param parts what they take their values from, all of the same size
 */
public record Together(List<Factor> parts) implements Factor {

    /**
     * Checks the sizes.
     *
     * @throws InvalidInputException if they differ
     */
    public Together {
        parts = List.copyOf(parts);
        if (parts.stream().mapToInt(Factor::size).distinct().count() != 1) {
            String sizes =
                    parts.stream().map(part -> Integer.toString(part.size())).collect(Collectors.joining(", "));
            throw InvalidInputException.of("zip", "name settings with as many values each", sizes);
        }
    }

    @Override
    public int size() {
        return parts.get(0).size();
    }

    @Override
    public void put(int k, Map<String, Object> point) {
        parts.forEach(part -> part.put(k, point));
    }
}
