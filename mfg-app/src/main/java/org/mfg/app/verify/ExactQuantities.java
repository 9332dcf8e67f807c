package org.mfg.app.verify;

import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.verify.GridSequence.Level;

/**
 * Quantities of an exact solution: their values for its fields on three fine grids, whose errors of first and second order in h, those of quadrature, are
 * extrapolated away: (8 J_h - 6 J_2h + J_4h)/3.
 */
final class ExactQuantities {
    private static final int FINEST = 1 << 21;

    private final DiscreteGame[] games = new DiscreteGame[3];
    private final double[][] u = new double[3][];
    private final double[][] m = new double[3][];

    /** @param game on the finest of the grids that are measured, with an exact solution */
    ExactQuantities(DiscreteGame game) {
        int doublings = 2;
        int growth = 1 << (game.grid().domain().positionAxes() + (game.game().isStationary() ? 0 : 1));
        for (double size = game.size(); size < FINEST; size *= growth) {
            doublings++;
        }
        List<Level> all = GridSequence.around(game, 4, doublings).levels();
        ExactSolution exact = game.game().exactSolution().orElseThrow();
        for (int l = 0; l < 3; l++) {
            Level level = all.get(all.size() - 3 + l);
            Grid grid = level.grid();
            TimeGrid time = level.time();
            games[l] = game.discretization().discretize(game.game(), grid, time);
            u[l] = level.sampled(exact::value);
            m[l] = level.sampled(exact::density);
        }
    }

    double value(Quantity quantity) {
        double[] values = new double[3];
        for (int l = 0; l < 3; l++) {
            values[l] = quantity.value(games[l], u[l], m[l]);
        }
        return (8 * values[2] - 6 * values[1] + values[0]) / 3;
    }
}
