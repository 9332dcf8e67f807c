package org.mfg.output.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text in one size: raised and lowered digits are smaller ones of the same face, which few faces have as characters.
 *
 * @param text the characters
 * @param scale their size, as a part of that of the text
 * @param rise how much higher they stand, as a part of the size of the text
 */
record TextRun(String text, double scale, double rise) {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋";
    private static final String PLAIN = "0123456789+−";
    private static final double SMALLER = 0.7;

    /** The parts of a text; none of an empty one. */
    static List<TextRun> of(String text) {
        List<TextRun> runs = new ArrayList<>();
        int from = 0;
        for (int k = 1; k <= text.length(); k++) {
            if (k == text.length() || place(text.charAt(k)) != place(text.charAt(from))) {
                runs.add(run(text.substring(from, k)));
                from = k;
            }
        }
        return runs;
    }

    private static TextRun run(String text) {
        int place = place(text.charAt(0));
        if (place == 0) {
            return new TextRun(text, 1, 0);
        }
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(PLAIN.charAt((place > 0 ? RAISED : LOWERED).indexOf(c))));
        return new TextRun(plain.toString(), SMALLER, place > 0 ? 0.34 : -0.15);
    }

    private static int place(char c) {
        return RAISED.indexOf(c) >= 0 ? 1 : LOWERED.indexOf(c) >= 0 ? -1 : 0;
    }
}
