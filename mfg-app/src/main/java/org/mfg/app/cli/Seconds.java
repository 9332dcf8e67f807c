package org.mfg.app.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 12 s}, {@code 3:05 min}, {@code 2:00 h}; and {@code 30s}, {@code 5m}, {@code 1h} on the command line. */
final class Seconds {
    private static final Pattern GIVEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)([smh])");

    private Seconds() {}

    /** A time for a message. */
    static String inWords(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d h", s / 3600, s % 3600 / 60);
    }

    /** What an option says, in seconds; empty if it is no time. */
    static OptionalDouble parse(String text) {
        Matcher m = GIVEN.matcher(text);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        double unit = switch (m.group(2)) {
            case "h" -> 3600;
            case "m" -> 60;
            default -> 1;
        };
        return OptionalDouble.of(unit * Double.parseDouble(m.group(1)));
    }
}
