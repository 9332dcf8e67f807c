package org.mfg.models.coupling;

import java.util.List;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link PowerCoupling} as {@code power}. */
public final class PowerCouplingProvider implements CouplingProvider {

    @Override
    public String name() {
        return "power";
    }

    @Override
    public String description() {
        return "F = lambda m^gamma: the cost of a crowd at one's own place";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("lambda", 1, Range.ANY, "", "the strength; < 0 attracts, and uniqueness is lost"),
                Parameter.real("gamma", 1, Range.above(0), "", "the exponent of m"));
    }

    @Override
    public Coupling create(Parameters parameters) {
        return new PowerCoupling(parameters.real("lambda"), parameters.real("gamma"));
    }
}
