package org.mfg.output.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts other words into labels: those of a style, and letters for the names of Greek ones. */
final class Words {
    private static final List<String> GREEK = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega");

    private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}\\p{N}-])("
            + GREEK.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("|")) + ")(?![\\p{L}\\p{N}-])");

    private Words() {}

    /** The text with the longest of the words that it has in their place; what has been put in is not looked at again. */
    static String said(String text, Map<String, String> words) {
        if (words.isEmpty()) {
            return greek(text);
        }
        String all = words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}-])(" + all + ")(?![\\p{L}\\p{N}-])")
                .matcher(text);
        StringBuilder said = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            said.append(greek(text.substring(from, matcher.start()))).append(words.get(matcher.group(1)));
            from = matcher.end();
        }
        return said.append(greek(text.substring(from))).toString();
    }

    private static String greek(String text) {
        return LETTERS.matcher(text).replaceAll(found -> String.valueOf((char) ('α' + GREEK.indexOf(found.group(1)))));
    }
}
