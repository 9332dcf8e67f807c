package org.mfg.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.api.spi.Names;
import org.mfg.app.path.PathPoint;
import org.mfg.app.path.ShockTexts;
import org.mfg.app.sensitivity.SensitivityStudy;
import org.mfg.app.study.Study;
import picocli.CommandLine.Model.OptionSpec;

/** Options of {@code mfg path} for derivatives: to what, and of what. */
final class PathDerivativeOptions {
    private final OptionSpec to = RunOptions.text(
            "--to",
            "LIST",
            "differentiate the path to these, joined by commas: real parameters of the game, and tfp.size, tfp.decay of a shock of tfp");
    private final OptionSpec of = QuantityOption.make(
            "--of",
            "a number of the path, for example capital(5), at a time, capital(T), at the end, or capital, where it is farthest from what it was; may be given again for another one;"
                    + " with --to its derivatives (default: prices and what the market counts)");

    List<OptionSpec> all() {
        return List.of(to, of);
    }

    /**
     * The names to differentiate to; none if that is not asked for.
     *
     * @param prices names that are no parameters, as the market sets them
     */
    List<String> to(Study study, ShockTexts shocks, List<String> prices) {
        @Nullable String given = RunOptions.given(to);
        if (given == null) {
            return List.of();
        }
        List<String> known = new ArrayList<>(SensitivityStudy.reals(study));
        known.removeAll(prices);
        known.addAll(shocks.numbers().keySet());
        List<String> names = SensitivityCommand.names(to.longestName(), given);
        for (String name : names) {
            if (!known.contains(name)) {
                throw Names.unknown("parameter of the path of game " + study.name(), name, known);
            }
        }
        return names;
    }

    /** The numbers to tell, or to differentiate. */
    List<PathPoint> of(double horizon) {
        @Nullable List<String> texts = of.getValue();
        if (texts == null) {
            return List.of();
        }
        return texts.stream().map(text -> PathPoint.read(text, horizon)).toList();
    }
}
