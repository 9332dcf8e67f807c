package org.mfg.api.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to tell of an equilibrium besides u and m, in the words of the game's field.
 *
 * @param numbers by name, in the order to show them, for example {@code mean consumption}
 * @param fields functions of a place, by name: the values at the nodes, row-major; for example {@code mpc}
 * @param lorenz how something is shared out; empty where nothing is
 * @param profiles what the crowd of a game with a horizon has and does, by name: a number for the end of each time step; of a generation over its life
 * @param ofTheGrid why numbers are another thing on each grid, by name, for example {@code goes from node to node}: they have no power of the spacing for an error, and so no error bar
 */
public record Statistics(
        Map<String, Double> numbers,
        Map<String, double[]> fields,
        Optional<Lorenz> lorenz,
        Map<String, double[]> profiles,
        Map<String, String> ofTheGrid) {
    /** Nothing to tell. */
    public static final Statistics NONE = new Statistics(Map.of(), Map.of(), Optional.empty(), Map.of());

    /** Statistics that are all of the continuous game, but for an error. */
    public Statistics(
            Map<String, Double> numbers,
            Map<String, double[]> fields,
            Optional<Lorenz> lorenz,
            Map<String, double[]> profiles) {
        this(numbers, fields, lorenz, profiles, Map.of());
    }

    /** Copies the maps, not the arrays. */
    public Statistics {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        ofTheGrid = Collections.unmodifiableMap(new LinkedHashMap<>(ofTheGrid));
    }

    /**
     * A Lorenz curve (M. O. Lorenz 1905): how much of something the poorest have together.
     *
     * @param of what is shared out, for example {@code wealth}
     * @param population the share of the crowd, from 0 to 1, not decreasing
     * @param share what that part of the crowd has of all, from 0 to 1; below 0 where they owe
     */
    public record Lorenz(String of, double[] population, double[] share) {}
}
