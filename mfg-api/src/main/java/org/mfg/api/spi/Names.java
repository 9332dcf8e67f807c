package org.mfg.api.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.mfg.api.InvalidInputException;

/** Errors about names, with the nearest known one. */
public final class Names {
    private Names() {}

    /**
     * The error for a name that is not known.
     *
     * @param kind what the name should name, for example "solver"
     * @param name the name given
     * @param known the names there are
     */
    public static InvalidInputException unknown(String kind, String name, Collection<String> known) {
        String allowed = known.isEmpty() ? "there are none" : "known: " + String.join(", ", known);
        String nearest = known.stream()
                .filter(k -> isEndOf(k, name) || isEndOf(name, k))
                .findFirst()
                .or(() -> nearest(name, known))
                .map(k -> "; did you mean " + k + "?")
                .orElse("");
        return InvalidInputException.because(
                kind,
                "unknown " + kind + " '" + InvalidInputException.shown(name) + "'" + nearest + " (" + allowed + ")");
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(k, name)))
                .filter(k -> distance(k, name) <= 1 + Math.max(k.length(), name.length()) / 3);
    }

    /** Whether one name is the other one with something before it: --lambda and --coupling-1-lambda. */
    private static boolean isEndOf(String end, String name) {
        return name.endsWith("-" + end.replaceFirst("^-+", "")) && !end.equals(name);
    }

    /** The Levenshtein distance: the fewest insertions, deletions and replacements that turn a into b. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
