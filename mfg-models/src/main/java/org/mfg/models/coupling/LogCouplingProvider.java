package org.mfg.models.coupling;

import java.util.List;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link LogCoupling} as {@code log}. */
public final class LogCouplingProvider implements CouplingProvider {

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String description() {
        return "F = lambda log m: an empty place is worth any price";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("lambda", 1, Range.ANY, "", "the strength; < 0 attracts, and uniqueness is lost"),
                Parameter.real(
                        "floor",
                        LogCoupling.DEFAULT_FLOOR,
                        Range.aboveUpTo(0, 1),
                        "",
                        "the density below which the logarithm is continued by its tangent"));
    }

    @Override
    public Coupling create(Parameters parameters) {
        return new LogCoupling(parameters.real("lambda"), parameters.real("floor"));
    }
}
