package org.mfg.app.report;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets a formula in plain text as MathML, which browsers render by themselves: {@code lambda m^gamma} and {@code
 * exp(-50*(x-0.3)^2)}. Knows numbers, names (Greek ones become letters), parentheses, bars, and what follows ^ or _;
 * everything else is set as it stands, so that any text gives something to read.
 */
final class MathMl {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("epsilon", "ε"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("viscosity", "ν"),
            Map.entry("horizon", "T"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("theta", "θ"),
            Map.entry("<=", "≤"),
            Map.entry(">=", "≥"),
            Map.entry("-", "−"),
            Map.entry("*", "·"));

    private static final String CLOSING = ")]";
    private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)(\\d+)");

    private final Matcher tokens;
    private boolean isThere;

    private MathMl(String formula, Matcher tokens) {
        this.tokens = tokens.reset(formula);
        isThere = tokens.find();
    }

    /**
     * The formula as a math element.
     *
     * @param formula the formula
     * @param names names that are one symbol although they have a hyphen
     */
    static String of(String formula, Iterable<String> names) {
        StringBuilder row = new StringBuilder();
        MathMl parser = new MathMl(formula, pattern(names).matcher(""));
        while (parser.isThere) {
            row.append(parser.row(""));
            if (parser.isThere) {
                row.append(operator(parser.next()));
            }
        }
        return "<math display=\"block\"><mrow>" + row + "</mrow></math>\n";
    }

    private static Pattern pattern(Iterable<String> names) {
        StringBuilder words = new StringBuilder();
        for (String name : names) {
            words.append("(?<![\\w-])").append(Pattern.quote(name)).append("(?![\\w-])|");
        }
        return Pattern.compile(words + "\\d+/\\d+|\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|[\\p{L}][\\p{L}\\d]*|[<>]=|\\S");
    }

    /** Everything up to the closing sign, which is left, or to the end. */
    private String row(String closing) {
        StringBuilder row = new StringBuilder();
        boolean afterAtom = false;
        while (isThere && !closing.equals(tokens.group()) && !CLOSING.contains(tokens.group())) {
            boolean isAtom = isAtom(tokens.group());
            if (afterAtom && isAtom && !"([".contains(tokens.group())) {
                row.append("<mspace width=\"0.25em\"/>");
            }
            row.append(scripted());
            afterAtom = isAtom;
        }
        return row.toString();
    }

    /** An atom with what is above and below it. */
    private String scripted() {
        String base = atom();
        while (isThere && List.of("^", "_").contains(tokens.group())) {
            String element = next().equals("^") ? "msup" : "msub";
            base = "<" + element + ">" + base + script() + "</" + element + ">";
        }
        return base;
    }

    private String script() {
        if (!isThere) {
            return "<mrow></mrow>";
        }
        if (tokens.group().equals("-")) {
            return "<mrow>" + operator(next()) + atom() + "</mrow>";
        }
        if (tokens.group().equals("(")) {
            next();
            String inner = row(")");
            skip(")");
            return "<mrow>" + inner + "</mrow>";
        }
        return atom();
    }

    private String atom() {
        if (!isThere) {
            return "<mrow></mrow>";
        }
        String token = next();
        return switch (token) {
            case "(" -> fenced("(", ")");
            case "[" -> fenced("[", "]");
            case "|" -> fenced("|", "|");
            default -> symbol(token);
        };
    }

    private String fenced(String opening, String closing) {
        return "<mrow>" + operator(opening) + row(closing) + (skip(closing) ? operator(closing) : "") + "</mrow>";
    }

    private static String symbol(String token) {
        if (!isAtom(token)) {
            return operator(token);
        }
        if (Character.isDigit(token.charAt(0))) {
            String[] fraction = token.split("/", 2);
            return fraction.length == 1
                    ? "<mn>" + token + "</mn>"
                    : "<mfrac><mn>" + fraction[0] + "</mn><mn>" + fraction[1] + "</mn></mfrac>";
        }
        Matcher indexed = INDEXED.matcher(token);
        if (indexed.matches()) {
            return "<msub>" + symbol(indexed.group(1)) + "<mn>" + indexed.group(2) + "</mn></msub>";
        }
        return "<mi>" + Html.text(LETTERS.getOrDefault(token, token)) + "</mi>";
    }

    private static boolean isAtom(String token) {
        return token.equals("(") || token.equals("[") || Character.isLetterOrDigit(token.codePointAt(0));
    }

    private static String operator(String token) {
        String form = token.equals("|") ? " stretchy=\"false\"" : "";
        return "<mo" + form + ">" + Html.text(LETTERS.getOrDefault(token, token)) + "</mo>";
    }

    private boolean skip(String expected) {
        boolean skipped = isThere && tokens.group().equals(expected);
        if (skipped) {
            next();
        }
        return skipped;
    }

    private String next() {
        String token = tokens.group();
        isThere = tokens.find();
        return token;
    }

    /** The letter that a name is set as, for running text. */
    static String letter(String name) {
        return LETTERS.getOrDefault(name, name);
    }

    /** A few equations of the form name = number, in one row. */
    static String values(Map<String, String> values) {
        return values.entrySet().stream()
                .map(v -> "<math><mi>" + Html.text(letter(v.getKey())) + "</mi><mo>=</mo><mn>" + Html.text(v.getValue())
                        + "</mn></math>")
                .collect(Collectors.joining(", "));
    }
}
