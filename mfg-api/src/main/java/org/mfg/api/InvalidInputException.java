package org.mfg.api;

/**
 * An input that is not allowed. The message is one line that names the field, what is allowed and what was given: {@code
 * viscosity must be >= 0, was -0.01 (game.yaml:7)}.
 */
public final class InvalidInputException extends MfgException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 160;
    private static final int HEAD = 100;
    private static final int TAIL = 50;

    private final String field;

    private InvalidInputException(String field, String message) {
        super(inOneLine(message));
        this.field = field;
    }

    /**
     * An input outside its allowed range.
     *
     * @param field the field's name, in the words of the caller
     * @param allowed what is allowed, completing the sentence "field must ..."; for example {@code "be >= 0"}
     * @param given what was given
     */
    public static InvalidInputException of(String field, String allowed, Object given) {
        return new InvalidInputException(field, field + " must " + allowed + ", was " + shown(given));
    }

    /** What was given, for a message: cut in the middle where it is longer than a line or two. */
    public static String shown(Object given) {
        String text = String.valueOf(given);
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, HEAD) + " ... " + text.substring(text.length() - TAIL);
    }

    /** Line breaks and other characters that steer a terminal, as Java would write them. */
    public static String inOneLine(String message) {
        StringBuilder line = new StringBuilder();
        message.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean isSeen = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            if (isSeen) {
                line.appendCodePoint(c);
            } else {
                line.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format("\\u%04x", c));
            }
        });
        return line.toString();
    }

    /** An input that is wrong in a way that "must ..., was ..." cannot say; the message names the field itself. */
    public static InvalidInputException because(String field, String message) {
        return new InvalidInputException(field, message);
    }

    /** The same error with the place where the input was written, for example {@code game.yaml:7}. */
    public InvalidInputException at(String place) {
        return new InvalidInputException(field, getMessage() + " (" + place + ")");
    }

    /** The name of the offending field. */
    public String field() {
        return field;
    }
}
