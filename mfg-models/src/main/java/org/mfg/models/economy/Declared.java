package org.mfg.models.economy;

import java.util.List;
import java.util.function.Function;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;

/**
 * A part of an economy, made from parameters that it declares.
 *
 * @param parameters the declarations
 * @param made makes it
 * @param equations what it is, for reports
 */
public record Declared<T>(
        List<Parameter> parameters, Function<Parameters, T> made, Function<Parameters, List<String>> equations) {

    /** A part that has no parameters. */
    public static <T> Declared<T> always(T part, String... equations) {
        return new Declared<>(List.of(), p -> part, p -> List.of(equations));
    }

    T of(Parameters parameters) {
        return made.apply(parameters);
    }
}
