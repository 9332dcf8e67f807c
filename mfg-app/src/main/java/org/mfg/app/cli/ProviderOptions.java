package org.mfg.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Provider;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option for each parameter that a provider declares: {@code --viscosity} for viscosity. Where that name is taken the
 * option carries the kind: {@code --solver-viscosity}.
 */
final class ProviderOptions {
    private final String heading;
    private final Map<String, OptionSpec> options = new LinkedHashMap<>();

    /**
     * @param kind what the provider makes, for example "solver"
     * @param taken the option names in use; those made here are added
     */
    ProviderOptions(String kind, Provider<?> provider, Set<String> taken) {
        heading = "%nParameters of " + kind + " " + provider.name() + ":%n";
        for (Parameter parameter : provider.parameters()) {
            String name = "--" + parameter.name();
            if (!taken.add(name)) {
                name = "--" + kind + "-" + parameter.name();
                taken.add(name);
            }
            options.put(parameter.name(), option(name, parameter));
        }
    }

    private static OptionSpec option(String name, Parameter parameter) {
        String description = Declared.sentence(parameter);
        if (parameter.type() == Parameter.Type.FLAG) {
            return OptionSpec.builder(name)
                    .type(Boolean.class)
                    .arity("0..1")
                    .fallbackValue("true")
                    .paramLabel("true|false")
                    .description(description)
                    .build();
        }
        return Options.text(name)
                .paramLabel("<" + Declared.type(parameter) + ">")
                .description(description)
                .completionCandidates(parameter.range().choices())
                .build();
    }

    void addTo(CommandSpec command) {
        if (options.isEmpty()) {
            return;
        }
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().heading(heading).validate(false);
        options.values().forEach(group::addArg);
        command.addArgGroup(group.build());
    }

    /** What the user gave, by parameter name. */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        options.forEach((parameter, option) -> {
            @Nullable Object value = option.getValue();
            if (value != null) {
                given.put(parameter, value);
            }
        });
        return given;
    }

    /** The option of each parameter that the user gave. */
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        given().keySet()
                .forEach(parameter -> places.put(parameter, option(parameter).longestName()));
        return places;
    }

    private OptionSpec option(String parameter) {
        return Objects.requireNonNull(options.get(parameter));
    }
}
