package org.mfg.models.coupling;

import java.util.List;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link ShareCoupling}. */
public final class ShareCouplingProvider implements CouplingProvider {

    @Override
    public String name() {
        return "share";
    }

    @Override
    public String description() {
        return "F = strength max(0, threshold - m_k / (m + eta)) + aversion m, m of all populations: a share of one's own kind";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real(
                        "strength", 2, Range.atLeast(0), "cost/time", "what a missing share of its own kind costs"),
                Parameter.real("threshold", 0.7, Range.between(0, 1), "", "the share that an agent is content with"),
                Parameter.real("aversion", 0.2, Range.atLeast(0), "", "what a crowd of any kind costs"),
                Parameter.real("eta", 1e-3, Range.above(0), "", "the density below which a crowd is none"));
    }

    @Override
    public Coupling create(Parameters parameters) {
        return new ShareCoupling(
                parameters.real("strength"),
                parameters.real("threshold"),
                parameters.real("aversion"),
                parameters.real("eta"));
    }
}
