package org.mfg.app.cli;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** A plugin's game that fails in the ways in which Java programs fail. */
public final class FaultyGame implements GameProvider {

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public String description() {
        return "fails";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.text("how", "recursion", Range.oneOf("recursion", "assertion", "memory"), "how"));
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        return switch (parameters.text("how")) {
            case "assertion" -> throw new AssertionError("never\nthis");
            case "memory" -> throw new OutOfMemoryError("Java heap space");
            default -> create(parameters);
        };
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {10};
    }

    @Override
    public int defaultSteps() {
        return 10;
    }
}
