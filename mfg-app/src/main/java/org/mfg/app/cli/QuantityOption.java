package org.mfg.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.OptionSpec;

/** An option that names quantities of interest. A formula may have commas, so each has an option of its own. */
final class QuantityOption {
    private QuantityOption() {}

    static OptionSpec make(String name, String description) {
        return OptionSpec.builder(name)
                .paramLabel("QUANTITY")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    /** All that are listed for a game; on a line without mean-x(T), which is mean(T), and the like. */
    static List<Quantity> listed(Mfg mfg, MeanFieldGame game) {
        List<Quantity> all = mfg.quantities().of(game);
        Set<String> names = all.stream().map(Quantity::name).collect(Collectors.toSet());
        String axis = "-" + game.domain().axis(0).name() + "(";
        return all.stream()
                .filter(q ->
                        !q.name().contains(axis) || !names.contains(q.name().replace(axis, "(")))
                .toList();
    }

    /** The quantities that were given, none twice. */
    static List<Quantity> given(OptionSpec option, Mfg mfg, MeanFieldGame game) {
        @Nullable List<String> texts = option.getValue();
        List<Quantity> quantities = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            Quantity quantity = mfg.quantity(text, game);
            if (quantities.stream().anyMatch(q -> q.name().equals(quantity.name()))) {
                throw InvalidInputException.of(option.longestName(), "name each quantity once", text + " twice");
            }
            quantities.add(quantity);
        }
        return quantities;
    }
}
