package org.mfg.solvers.finitedifferences;

import java.util.List;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.DiscretizationProvider;
import org.mfg.api.spi.MemoryNeed;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link CrankNicolsonDiscretization} as {@code crank-nicolson}. */
public final class CrankNicolsonDiscretizationProvider implements DiscretizationProvider {

    @Override
    public String name() {
        return "crank-nicolson";
    }

    @Override
    public String description() {
        return "Crank-Nicolson and central differences, second order, not monotone: for smooth games with enough viscosity";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                UpwindDiscretizationProvider.THREADS,
                Parameter.real(
                        "theta",
                        0.5,
                        Range.between(0.5, 1),
                        "",
                        "the weight of a time step's implicit part; a little above 0.5 damps what rough data leave"),
                Differences.parameter(Differences.CENTRAL),
                Parameter.flag(
                        "damped-ends",
                        false,
                        "the first and the last step are implicit, which damps what data that do not fit the walls leave"));
    }

    @Override
    public MemoryNeed memory(Parameters parameters, MeanFieldGame game, Grid grid) {
        return MemoryNeed.of(grid.dimension() == 1 ? 20 : 30);
    }

    @Override
    public Discretization create(Parameters parameters) {
        return new CrankNicolsonDiscretization(
                UpwindDiscretizationProvider.threads(parameters),
                parameters.real("theta"),
                Differences.from(parameters),
                parameters.flag("damped-ends"));
    }
}
