package org.mfg.models.formula;

import java.util.Collections;
import java.util.EmptyStackException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.objecthunter.exp4j.Expression;
import net.objecthunter.exp4j.ExpressionBuilder;
import net.objecthunter.exp4j.ValidationResult;
import net.objecthunter.exp4j.function.Function;
import net.objecthunter.exp4j.operator.Operator;
import net.objecthunter.exp4j.tokenizer.UnknownFunctionOrVariableException;
import org.mfg.api.InvalidInputException;

/**
 * An arithmetic formula in named variables: numbers, + - * / % ^, < <= > >= (1 where it holds, else 0), parentheses, pi, e, named parameters and the
 * functions sin cos tan asin acos atan sinh cosh tanh exp log (natural) log10 log2 sqrt cbrt abs signum floor ceil pow
 * min max. The power binds to the right and tighter than the sign: -x^2 = -(x^2). A product needs its sign: 2*x, not
 * 2x. Nothing but arithmetic can be written, so a formula from a stranger is safe to evaluate; one of more than 4000 characters, or of more than 100 parentheses or
 * signs within each other, is not read.
 *
 * <p>Immutable and safe to call from several threads: each has its own copy of the parsed expression. A call costs
 * about a microsecond: meant for data that are sampled once, not for inner loops.
 */
public final class Formula {
    private static final int LONGEST = 4000;
    private static final int DEEPEST = 100;
    private static final List<Function> FUNCTIONS = List.of(
            new Function("min", 2) {
                @Override
                public double apply(double... a) {
                    return Math.min(a[0], a[1]);
                }
            },
            new Function("max", 2) {
                @Override
                public double apply(double... a) {
                    return Math.max(a[0], a[1]);
                }
            });

    private final String field;
    private final String text;
    private final List<String> variables;
    private final boolean isConstant;
    private final Set<String> used;
    private final ThreadLocal<Expression> expression;

    private Formula(String field, String text, List<String> variables, Expression parsed) {
        this.field = field;
        this.text = text;
        this.variables = List.copyOf(variables);
        used = Set.copyOf(parsed.getVariableNames());
        isConstant = Collections.disjoint(parsed.getVariableNames(), variables);
        expression = ThreadLocal.withInitial(() -> new Expression(parsed));
    }

    /**
     * Reads a formula.
     *
     * @param field what the formula is for, to name it in errors; for example "terminal cost"
     * @param text the formula
     * @param variables the names of the variables, in the order in which their values will be given
     * @param parameters further names with fixed values
     * @throws InvalidInputException if the formula cannot be read
     */
    public static Formula parse(String field, String text, List<String> variables, Map<String, Double> parameters) {
        try {
            return new Formula(field, text, variables, parsed(text, variables, parameters));
        } catch (UnknownFunctionOrVariableException e) {
            String reason = "unknown name '" + e.getToken() + "' at position " + (e.getPosition() + 1);
            throw unreadable(field, text, reason, variables, parameters);
        } catch (EmptyStackException e) {
            throw unreadable(field, text, "parentheses do not match or are empty", variables, parameters);
        } catch (NumberFormatException e) {
            throw unreadable(field, text, "a number cannot be read", variables, parameters);
        } catch (IllegalArgumentException e) {
            throw unreadable(field, text, inWords(String.valueOf(e.getMessage())), variables, parameters);
        }
    }

    private static Expression parsed(String text, List<String> variables, Map<String, Double> parameters) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is empty");
        }
        checkSize(text);
        Set<String> names = new HashSet<>(variables);
        names.addAll(parameters.keySet());
        Expression parsed = new ExpressionBuilder(text)
                .implicitMultiplication(false)
                .functions(FUNCTIONS)
                .operator(Comparison.ALL)
                .variables(names)
                .build();
        parsed.setVariables(parameters);
        ValidationResult validity = parsed.validate(false);
        if (!validity.isValid()) {
            throw new IllegalArgumentException(String.join("; ", validity.getErrors()));
        }
        tryOut(parsed, variables);
        return parsed;
    }

    /** The library's time grows with the square of the signs in a row; and what nests deeper than this, nobody reads. */
    private static void checkSize(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "it has " + text.length() + " characters, more than the " + LONGEST + " allowed");
        }
        int parentheses = 0;
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c != ' ') {
                signs = c == '-' || c == '+' ? signs + 1 : 0;
            }
            if (parentheses + signs > DEEPEST) {
                throw new IllegalArgumentException("it nests more than " + DEEPEST + " parentheses or signs");
            }
        }
    }

    /** Evaluates once, because the library's validation misses some unfinished formulas, such as (). */
    private static void tryOut(Expression parsed, List<String> variables) {
        Expression copy = new Expression(parsed);
        variables.forEach(v -> copy.setVariable(v, 1));
        try {
            copy.evaluate();
        } catch (ArithmeticException e) {
            // It can be read; whether it divides by zero where it is used is another matter.
            return;
        }
    }

    private static String inWords(String errors) {
        return errors.replace("Too many operators", "a number or a name is missing")
                .replace("Too many operands", "an operator is missing (write 2*x, not 2x)")
                .replace("Operator is unknown for token.", "an operator is unknown; there are + - * / % ^ < <= > >=");
    }

    private static InvalidInputException unreadable(
            String field, String text, String reason, List<String> variables, Map<String, Double> parameters) {
        Set<String> names = new TreeSet<>(parameters.keySet());
        String message = field + " '" + InvalidInputException.shown(text) + "' cannot be read: " + reason
                + "; the variables are "
                + (variables.isEmpty() ? "none" : String.join(", ", variables)) + ", the constants pi, e"
                + (names.isEmpty() ? "" : ", " + String.join(", ", names));
        return InvalidInputException.because(field, message);
    }

    /** The functions that are not the library's, by name. */
    static Map<String, Function> ownFunctions() {
        return FUNCTIONS.stream().collect(Collectors.toMap(Function::getName, f -> f));
    }

    /** The operators that are not the library's, by their sign. */
    static Map<String, Operator> ownOperators() {
        return Comparison.ALL.stream().collect(Collectors.toMap(Operator::getSymbol, o -> o));
    }

    /** Whether the variable occurs in the formula. */
    public boolean dependsOn(String variable) {
        return used.contains(variable);
    }

    /** Whether the value is the same for all values of the variables. */
    public boolean isConstant() {
        return isConstant;
    }

    /**
     * The value; NaN where a function is not defined.
     *
     * @param values the values of the variables, in the order of {@link #parse}
     * @throws InvalidInputException if the formula divides by zero
     */
    public double at(double... values) {
        Expression e = expression.get();
        for (int k = 0; k < variables.size(); k++) {
            e.setVariable(variables.get(k), values[k]);
        }
        try {
            return e.evaluate();
        } catch (ArithmeticException cause) {
            throw InvalidInputException.because(
                    field, field + " '" + InvalidInputException.shown(text) + "' divides by zero at " + place(values));
        }
    }

    private String place(double[] values) {
        StringBuilder place = new StringBuilder();
        for (int k = 0; k < variables.size(); k++) {
            place.append(k == 0 ? "" : ", ")
                    .append(variables.get(k))
                    .append(" = ")
                    .append(values[k]);
        }
        return place.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
