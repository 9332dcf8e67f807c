package org.mfg.app.study;

import java.util.Locale;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Extent;
import org.mfg.api.grid.Grid;

/** Whether a grid is too coarse for the initial density, or for the target: see {@link Extent}. */
final class NarrowStart {
    private NarrowStart() {}

    /** A warning in a line, if there is an axis on which a density is narrower than two cells. */
    static Optional<String> warning(DiscreteGame game) {
        return warning(game, "initial", game.initialDensity())
                .or(() -> game.targetDensity().flatMap(target -> warning(game, "target", target)));
    }

    private static Optional<String> warning(DiscreteGame game, String which, double[] density) {
        Grid grid = game.grid();
        for (int axis = 0; axis < grid.domain().positionAxes(); axis++) {
            double cells = Extent.cells(grid, density, 0, axis);
            if (Extent.isNarrow(cells)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "the %s density lies in about %.1f cells of axis %s: a finer grid or a wider density would be more exact",
                        which,
                        cells,
                        grid.domain().axis(axis).name()));
            }
        }
        return Optional.empty();
    }
}
