package com.example.mfg;

import java.util.List;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Lets users write {@code saturating}. */
public final class SaturatingCouplingProvider implements CouplingProvider {

    @Override
    public String name() {
        return "saturating";
    }

    @Override
    public String description() {
        return "F = lambda m / (1 + m / saturation): a crowd whose cost is bounded";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("lambda", 1, Range.atLeast(0), "", "the cost of a unit of density in a thin crowd"),
                Parameter.real("saturation", 2, Range.above(0), "", "the density at half of the bound"));
    }

    @Override
    public Coupling create(Parameters parameters) {
        return new SaturatingCoupling(parameters.real("lambda"), parameters.real("saturation"));
    }
}
