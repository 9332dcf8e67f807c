package org.mfg.api.spi;

import java.util.List;
import org.mfg.api.InvalidInputException;

/**
 * The declaration of one parameter of a provider: the only place for its default and its range. Command line options, YAML
 * errors and listings are made from it.
 *
 * @param name lower case words joined by hyphens
 * @param type the type of its values
 * @param defaultValue the value unless given; a Double, Long, Boolean or String as the type says
 * @param range the allowed values
 * @param unit the unit, or "" where it has none
 * @param description one line that says what it does
 */
public record Parameter(String name, Type type, Object defaultValue, Range range, String unit, String description) {

    /** The types of parameters. */
    public enum Type {
        /** A finite floating-point number. */
        REAL,
        /** A whole number. */
        INTEGER,
        /** true or false. */
        FLAG,
        /** A text, perhaps one of several choices. */
        TEXT
    }

    /**
     * The allowed values of a parameter.
     *
     * @param lower the lower bound of a number; -infinity for none
     * @param lowerOpen whether the lower bound itself is not allowed
     * @param upper the upper bound of a number; infinity for none
     * @param upperOpen whether the upper bound itself is not allowed
     * @param choices the allowed texts; empty for any
     */
    public record Range(double lower, boolean lowerOpen, double upper, boolean upperOpen, List<String> choices) {
        /** Every value. */
        public static final Range ANY =
                new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false, List.of());

        /** Copies the choices. */
        public Range {
            choices = List.copyOf(choices);
        }

        /** value >= lower. */
        public static Range atLeast(double lower) {
            return new Range(lower, false, Double.POSITIVE_INFINITY, false, List.of());
        }

        /** value > lower. */
        public static Range above(double lower) {
            return new Range(lower, true, Double.POSITIVE_INFINITY, false, List.of());
        }

        /** lower <= value <= upper. */
        public static Range between(double lower, double upper) {
            return new Range(lower, false, upper, false, List.of());
        }

        /** lower < value <= upper. */
        public static Range aboveUpTo(double lower, double upper) {
            return new Range(lower, true, upper, false, List.of());
        }

        /** One of the given texts. */
        public static Range oneOf(String... choices) {
            return new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false, List.of(choices));
        }

        boolean contains(double v) {
            return (lowerOpen ? v > lower : v >= lower) && (upperOpen ? v < upper : v <= upper);
        }

        /** The range in words, completing "must ...": for example "be >= 0". */
        public String inWords() {
            if (!choices.isEmpty()) {
                return "be one of " + String.join(", ", choices);
            }
            StringBuilder words = new StringBuilder();
            if (lower != Double.NEGATIVE_INFINITY) {
                words.append(lowerOpen ? "> " : ">= ").append(Parameter.format(lower));
            }
            if (upper != Double.POSITIVE_INFINITY) {
                words.append(words.isEmpty() ? "" : " and ").append(upperOpen ? "< " : "<= ");
                words.append(Parameter.format(upper));
            }
            return words.isEmpty() ? "be finite" : "be " + words;
        }
    }

    /** Checks that the default is allowed. */
    public Parameter {
        defaultValue = check(name, type, range, defaultValue);
    }

    /** A real parameter. */
    public static Parameter real(String name, double defaultValue, Range range, String unit, String description) {
        return new Parameter(name, Type.REAL, defaultValue, range, unit, description);
    }

    /** A whole-number parameter. */
    public static Parameter integer(String name, long defaultValue, Range range, String description) {
        return new Parameter(name, Type.INTEGER, defaultValue, range, "", description);
    }

    /** A true-or-false parameter. */
    public static Parameter flag(String name, boolean defaultValue, String description) {
        return new Parameter(name, Type.FLAG, defaultValue, Range.ANY, "", description);
    }

    /** A text parameter. */
    public static Parameter text(String name, String defaultValue, Range range, String description) {
        return new Parameter(name, Type.TEXT, defaultValue, range, "", description);
    }

    /**
     * The given value as this parameter's type.
     *
     * @param given a Number, Boolean or text
     * @throws InvalidInputException if it cannot be read as the type or is out of range
     */
    public Object parse(Object given) {
        return check(name, type, range, given);
    }

    private static Object check(String name, Type type, Range range, Object given) {
        String text = given.toString().trim();
        switch (type) {
            case REAL -> {
                double v = number(name, "be a number", text);
                if (!Double.isFinite(v)) {
                    throw InvalidInputException.of(name, "be a finite number", text);
                }
                if (!range.contains(v)) {
                    throw InvalidInputException.of(name, range.inWords(), text);
                }
                return v;
            }
            case INTEGER -> {
                double v = number(name, "be a whole number", text);
                if (v != Math.rint(v) || Math.abs(v) > 1L << 53) {
                    throw InvalidInputException.of(name, "be a whole number", text);
                }
                if (!range.contains(v)) {
                    throw InvalidInputException.of(name, range.inWords(), text);
                }
                return (long) v;
            }
            case FLAG -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw InvalidInputException.of(name, "be true or false", text);
                }
                return text.equals("true");
            }
            default -> {
                if (!range.choices().isEmpty() && !range.choices().contains(text)) {
                    throw InvalidInputException.of(name, range.inWords(), text);
                }
                return text;
            }
        }
    }

    private static double number(String name, String allowed, String text) {
        try {
            return Decimal.parse(text);
        } catch (NumberFormatException e) {
            throw InvalidInputException.of(name, allowed, text.isEmpty() ? "empty" : text);
        }
    }

    private static String format(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }
}
