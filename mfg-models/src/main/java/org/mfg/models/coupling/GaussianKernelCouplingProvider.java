package org.mfg.models.coupling;

import java.util.List;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link GaussianKernelCoupling} as {@code gaussian-kernel}. */
public final class GaussianKernelCouplingProvider implements CouplingProvider {

    @Override
    public String name() {
        return "gaussian-kernel";
    }

    @Override
    public String description() {
        return "F = lambda (K * m): the crowd within a distance of about sigma";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("lambda", 1, Range.ANY, "", "the strength; < 0 attracts, and uniqueness is lost"),
                Parameter.real("sigma", 0.1, Range.above(0), "length", "the kernel's standard deviation"));
    }

    @Override
    public Coupling create(Parameters parameters) {
        return new GaussianKernelCoupling(parameters.real("lambda"), parameters.real("sigma"));
    }
}
