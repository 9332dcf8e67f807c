package org.mfg.solvers.finitedifferences;

import java.util.List;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.spi.DiscretizationProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link UpwindDiscretization} as {@code upwind}. */
public final class UpwindDiscretizationProvider implements DiscretizationProvider {
    static final Parameter THREADS = Parameter.integer(
            "threads",
            0,
            Range.between(0, 1024),
            "threads, but for small games of one dimension; 0: one for each processor");

    @Override
    public String name() {
        return "upwind";
    }

    @Override
    public String description() {
        return "implicit upwind finite differences (Achdou and Capuzzo-Dolcetta 2010), first order, monotone";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                THREADS,
                Parameter.real(
                        "max-speed",
                        0,
                        Range.atLeast(0),
                        "length/time",
                        "for Hamiltonians neither axiswise nor radial: the largest drift on an axis; 0: follows the drifts"),
                Differences.parameter(Differences.UPWIND));
    }

    @Override
    public Discretization create(Parameters parameters) {
        return new UpwindDiscretization(
                threads(parameters), parameters.real("max-speed"), Differences.from(parameters));
    }

    static int threads(Parameters parameters) {
        int threads = parameters.integer(THREADS.name());
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
