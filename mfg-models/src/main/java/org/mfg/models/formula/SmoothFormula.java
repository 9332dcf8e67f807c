package org.mfg.models.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.objecthunter.exp4j.shuntingyard.ShuntingYard;
import net.objecthunter.exp4j.tokenizer.FunctionToken;
import net.objecthunter.exp4j.tokenizer.NumberToken;
import net.objecthunter.exp4j.tokenizer.OperatorToken;
import net.objecthunter.exp4j.tokenizer.Token;
import net.objecthunter.exp4j.tokenizer.VariableToken;
import org.mfg.api.InvalidInputException;

/**
 * A {@link Formula} in one variable with its exact first two derivatives. Of the functions it knows exp, log, log2, log10, sqrt, cbrt,
 * pow, sin, cos, tanh and atan. Immutable and safe to call from several threads.
 */
public final class SmoothFormula {
    private static final String FUNCTIONS = "exp, log, log2, log10, sqrt, cbrt, pow, sin, cos, tanh, atan";

    private final String text;
    private final UnaryOperator<Jet> function;

    private SmoothFormula(String text, UnaryOperator<Jet> function) {
        this.text = text;
        this.function = function;
    }

    /**
     * Reads a formula.
     *
     * @param field what the formula is for, to name it in errors; for example "utility"
     * @param text the formula
     * @param variable the name of the variable
     * @throws InvalidInputException if the formula cannot be read, or has a function such as floor that has no derivative here
     */
    public static SmoothFormula parse(String field, String text, String variable) {
        Formula.parse(field, text, List.of(variable), Map.of());
        Token[] tokens = ShuntingYard.convertToRPN(
                text, Formula.ownFunctions(), Formula.ownOperators(), Set.of(variable, "pi", "e"), false);
        Deque<UnaryOperator<Jet>> stack = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token instanceof NumberToken number) {
                stack.push(constant(number.getValue()));
            } else if (token instanceof VariableToken name) {
                stack.push(
                        name.getName().equals(variable)
                                ? x -> x
                                : constant(name.getName().equals("pi") ? Math.PI : Math.E));
            } else if (token instanceof OperatorToken operator) {
                boolean isBinary = operator.getOperator().getNumOperands() == 2;
                apply(field, text, operator.getOperator().getSymbol(), isBinary, stack);
            } else if (token instanceof FunctionToken f) {
                apply(field, text, f.getFunction().getName(), f.getFunction().getNumArguments() == 2, stack);
            }
        }
        return new SmoothFormula(text, stack.pop());
    }

    private static UnaryOperator<Jet> constant(double value) {
        Jet jet = Jet.constant(value);
        return x -> jet;
    }

    private static void apply(
            String field, String text, String name, boolean isBinary, Deque<UnaryOperator<Jet>> stack) {
        UnaryOperator<Jet> last = stack.pop();
        stack.push(isBinary ? binary(field, text, name, stack.pop(), last) : unary(field, text, name, last));
    }

    private static UnaryOperator<Jet> binary(
            String field, String text, String name, UnaryOperator<Jet> a, UnaryOperator<Jet> b) {
        return switch (name) {
            case "+" -> x -> a.apply(x).plus(b.apply(x));
            case "-" -> x -> a.apply(x).minus(b.apply(x));
            case "*" -> x -> a.apply(x).times(b.apply(x));
            case "/" -> x -> a.apply(x).over(b.apply(x));
            case "^", "pow" -> x -> a.apply(x).power(b.apply(x));
            default -> throw withoutDerivative(field, text, name);
        };
    }

    private static UnaryOperator<Jet> unary(String field, String text, String name, UnaryOperator<Jet> g) {
        return switch (name) {
            case "+" -> g;
            case "-" -> x -> g.apply(x).negative();
            case "exp" -> x -> g.apply(x).exp();
            case "log" -> x -> g.apply(x).log();
            case "log2" -> x -> g.apply(x).log().over(Jet.constant(Math.log(2)));
            case "log10" -> x -> g.apply(x).log().over(Jet.constant(Math.log(10)));
            case "sqrt" -> x -> g.apply(x).power(Jet.constant(0.5));
            case "cbrt" -> x -> g.apply(x).power(Jet.constant(1.0 / 3));
            case "sin" -> x -> g.apply(x).sin();
            case "cos" -> x -> g.apply(x).cos();
            case "tanh" -> x -> g.apply(x).tanh();
            case "atan" -> x -> g.apply(x).atan();
            default -> throw withoutDerivative(field, text, name);
        };
    }

    private static InvalidInputException withoutDerivative(String field, String text, String name) {
        return InvalidInputException.because(
                field,
                field + " '" + InvalidInputException.shown(text) + "' must have derivatives, which " + name
                        + " has not here; the functions are " + FUNCTIONS);
    }

    /** The value and the first two derivatives; not finite where there are none. */
    public Jet at(double x) {
        return function.apply(Jet.variable(x));
    }

    @Override
    public String toString() {
        return text;
    }
}
