package org.mfg.app.path;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.models.formula.Formula;
import org.mfg.solvers.path.Shock;

/**
 * A shock as users write it: {@code tfp=-3%,decay=0.2} falls by 3 % and comes back like e^(-0.2 t), {@code tfp=-3%} stays, and {@code tfp=0.1*(1-0.03*exp(-0.2*t))}
 * is any formula of t, in which the parameters of the game that are one word have their values before; {@code tfp=data.csv} is data, columns t and tfp unless
 * {@code column=} names another.
 */
public final class ShockText {
    private static final Pattern RELATIVE = Pattern.compile("([-+]?[0-9.eE+-]+)\\s*%(?:\\s*,\\s*decay\\s*=\\s*(.*))?");

    private static final Pattern DATA = Pattern.compile("(.+\\.(?:csv|npz))(?:\\s*,\\s*column\\s*=\\s*(.+))?");

    private static final String FIELD = "shock";
    private static final String FORMS =
            "be NAME=PERCENT%, NAME=PERCENT%,decay=RATE, NAME=FORMULA of t or NAME=FILE.csv";
    private static final int SAMPLES = 1000;

    private ShockText() {}

    /**
     * The shock.
     *
     * @param text as above
     * @param declared the parameters of the game
     * @param before their values in the steady state
     * @param horizon the end of the path
     * @throws InvalidInputException if it cannot be read, or the game has no such parameter
     */
    public static Shock read(String text, List<Parameter> declared, Parameters before, double horizon) {
        if (text.indexOf('=') < 0) {
            throw InvalidInputException.of(FIELD, FORMS, text);
        }
        String name = parameter(text);
        String value = value(text);
        Parameter parameter = parameter(name, declared);
        double at = before.real(name);
        Matcher relative = RELATIVE.matcher(value);
        if (relative.matches()) {
            double part = number("percent of the shock of " + name, relative.group(1)) / 100;
            String rate = relative.group(2);
            Shock shock = rate == null
                    ? Shock.permanent(name, at * (1 + part))
                    : Shock.decaying(name, at, part, number("decay of the shock of " + name, rate));
            return checked(parameter, shock, horizon);
        }
        Matcher data = DATA.matcher(value);
        if (data.matches()) {
            Path file = Path.of(data.group(1));
            ShockFile samples = ShockFile.read(file, data.group(2) == null ? name : data.group(2));
            try {
                return checked(parameter, Shock.sampled(name, samples.t(), samples.values(), at, horizon), horizon);
            } catch (InvalidInputException e) {
                throw e.at(file.toString());
            }
        }
        if (value.indexOf('=') >= 0) {
            throw InvalidInputException.of(FIELD, FORMS, text);
        }
        Formula formula = Formula.parse("shock of " + name, value, List.of("t"), words(declared, before));
        return checked(parameter, Shock.of(name, formula::at, at, horizon), horizon);
    }

    /** The name of the parameter that a text shocks. */
    static String parameter(String text) {
        return text.substring(0, Math.max(0, text.indexOf('='))).trim();
    }

    /** The rate at which a shock decays, of one that is so written. */
    static Optional<Double> decay(String text) {
        Matcher relative = RELATIVE.matcher(value(text));
        return relative.matches() && relative.group(2) != null
                ? Optional.of(number("decay of the shock of " + parameter(text), relative.group(2)))
                : Optional.empty();
    }

    /** A text with a decay, with another one. */
    static String withDecay(String text, double decay) {
        return text.substring(0, text.lastIndexOf('=') + 1) + decay;
    }

    private static String value(String text) {
        return text.substring(text.indexOf('=') + 1).trim();
    }

    private static Parameter parameter(String name, List<Parameter> declared) {
        List<Parameter> real =
                declared.stream().filter(p -> p.type() == Parameter.Type.REAL).toList();
        return real.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Names.unknown(
                        "parameter of a shock",
                        name,
                        real.stream().map(Parameter::name).toList()));
    }

    private static Map<String, Double> words(List<Parameter> declared, Parameters before) {
        Map<String, Double> words = new HashMap<>();
        for (Parameter p : declared) {
            if (p.type() == Parameter.Type.REAL
                    && p.name().matches("[a-z]+")
                    && !p.name().equals("t")) {
                words.put(p.name(), before.real(p.name()));
            }
        }
        return words;
    }

    static double number(String field, String text) {
        return (Double) Parameter.real(field, 1, Parameter.Range.ANY, "", "").parse(text);
    }

    /** Its values must be among those that the game allows, at all times. */
    private static Shock checked(Parameter parameter, Shock shock, double horizon) {
        for (int k = 1; k <= SAMPLES; k++) {
            double t = horizon * k / SAMPLES;
            try {
                parameter.parse(shock.value().applyAsDouble(t));
            } catch (InvalidInputException e) {
                throw e.at("at t = " + t);
            }
        }
        return shock;
    }
}
