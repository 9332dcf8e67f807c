package org.mfg.app.cli;

import java.util.List;
import java.util.Objects;
import org.mfg.api.InvalidInputException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Checks that no option is given twice: of two values one would be dropped in silence. Picocli looks at options outside of groups only. */
final class Once {
    private Once() {}

    static void check(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            List<String> values = option.originalStringValues();
            if (!option.isMultiValue() && values.size() > 1) {
                throw InvalidInputException.of(option.longestName(), "be given once", String.join(" and ", values));
            }
        }
        if (parsed.hasSubcommand()) {
            check(Objects.requireNonNull(parsed.subcommand()));
        }
    }
}
