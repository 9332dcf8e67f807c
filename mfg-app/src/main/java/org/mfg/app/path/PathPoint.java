package org.mfg.app.path;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.TimeGrid;

/**
 * A number of a path: {@code capital(5)}, what is told of it at a time, linear between two levels; {@code capital(T)} at the end; {@code capital} where it is farthest from what it was before.
 *
 * @param name of what is told, as in {@code path.csv}
 * @param t the time
 */
public record PathPoint(String name, OptionalDouble t) {
    private static final Pattern AT_A_TIME = Pattern.compile("(.+)\\(([^()]+)\\)");

    /**
     * Reads one.
     *
     * @param horizon the end of the path
     * @throws InvalidInputException if its time is none of the path
     */
    public static PathPoint read(String text, double horizon) {
        Matcher match = AT_A_TIME.matcher(text.trim());
        if (!match.matches()) {
            return new PathPoint(TransitionFiles.word(text.trim()), OptionalDouble.empty());
        }
        String time = match.group(2).trim();
        double t = time.equals("T") ? horizon : ShockText.number("time of " + match.group(1), time);
        if (!(t >= 0 && t <= horizon)) {
            throw InvalidInputException.of("time of " + match.group(1), "be >= 0 and <= " + horizon, t);
        }
        return new PathPoint(TransitionFiles.word(match.group(1).trim()), OptionalDouble.of(t));
    }

    /** The same at a time. */
    PathPoint at(double time) {
        return new PathPoint(name, OptionalDouble.of(time));
    }

    /**
     * The value at the time.
     *
     * @param values by level
     * @param jumps whether values after t = 0 are from the first those of the first step
     */
    double of(double[] values, TimeGrid time, boolean jumps) {
        double exact = time.level(t.orElseThrow());
        double level = jumps && exact > 0 ? Math.max(1, exact) : exact;
        int below = Math.min((int) level, values.length - 2);
        return values[below] + (level - below) * (values[below + 1] - values[below]);
    }

    @Override
    public String toString() {
        return name + (t.isPresent() ? "(" + (float) t.getAsDouble() + ")" : "");
    }
}
