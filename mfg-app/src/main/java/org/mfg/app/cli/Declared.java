package org.mfg.app.cli;

import java.util.Locale;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Parameter;
import picocli.CommandLine.Model.OptionSpec;

/** A declared parameter in words: how help and listings show its type, default, range and unit. */
final class Declared {
    private Declared() {}

    /** The type, for example "real". */
    static String type(Parameter parameter) {
        return parameter.type().name().toLowerCase(Locale.ROOT);
    }

    /** The range, for example ">= 0"; "" where every value is allowed. */
    static String range(Parameter parameter) {
        if (parameter.range().equals(Parameter.Range.ANY)) {
            return "";
        }
        return parameter.range().inWords().substring("be ".length());
    }

    /** The default, as a user would write it. */
    static String defaultValue(Parameter parameter) {
        Object value = parameter.defaultValue();
        if (parameter.type() == Parameter.Type.REAL) {
            double v = (Double) value;
            return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
        }
        return value.toString();
    }

    /** What was given for an option, checked, or the default; an error names the option. */
    static Object value(Parameter parameter, OptionSpec option) {
        String given = RunOptions.given(option);
        try {
            return given == null ? parameter.defaultValue() : parameter.parse(given);
        } catch (InvalidInputException e) {
            throw e.at(option.longestName());
        }
    }

    /** For help: "what it does (>= 0, default 0.01, length^2/time)". */
    static String sentence(Parameter parameter) {
        StringBuilder facts = new StringBuilder(range(parameter));
        facts.append(facts.isEmpty() ? "" : ", ").append("default ").append(defaultValue(parameter));
        if (!parameter.unit().isEmpty()) {
            facts.append(", ").append(parameter.unit());
        }
        return parameter.description() + " (" + facts + ")";
    }
}
