package org.mfg.solvers.nested;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.MemoryNeed;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/**
 * A solver's provider with one parameter more: {@code levels}, the coarser grids of {@link NestedSolver}. On those the game is
 * solved to {@value #COARSE_TOLERANCE} only, since what they are for is a start: the error of the scheme there is larger.
 */
public final class NestedSolverProvider implements SolverProvider {
    private static final String LEVELS = "levels";
    private static final String TOLERANCE = "tolerance";
    private static final double COARSE_TOLERANCE = 1e-4;

    private final SolverProvider inner;
    private final List<Parameter> parameters;

    private NestedSolverProvider(SolverProvider inner) {
        this.inner = inner;
        parameters = new ArrayList<>(inner.parameters());
        parameters.add(Parameter.integer(
                LEVELS,
                inner.defaultLevels(),
                Range.between(0, 20),
                "coarser grids, each of half the nodes and steps, to solve on first"));
    }

    /** The provider with nested iteration; unchanged where it has a parameter of that name already. */
    public static SolverProvider of(SolverProvider inner) {
        return declares(inner, LEVELS) ? inner : new NestedSolverProvider(inner);
    }

    private static boolean declares(SolverProvider provider, String name) {
        return provider.parameters().stream().anyMatch(p -> p.name().equals(name));
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String description() {
        return inner.description();
    }

    @Override
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public int defaultLevels() {
        return inner.defaultLevels();
    }

    @Override
    public MemoryNeed memory(Parameters values, MeanFieldGame game, Grid grid) {
        return inner.memory(values, game, grid);
    }

    @Override
    public EquilibriumSolver create(Parameters values) {
        EquilibriumSolver fine = inner.create(values);
        int levels = values.integer(LEVELS);
        if (levels == 0) {
            return fine;
        }
        EquilibriumSolver coarse = declares(inner, TOLERANCE)
                ? inner.create(values.with(TOLERANCE, Math.max(COARSE_TOLERANCE, values.real(TOLERANCE))))
                : fine;
        return new NestedSolver(coarse, fine, levels);
    }
}
