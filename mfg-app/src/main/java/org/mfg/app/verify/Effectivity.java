package org.mfg.app.verify;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Study;
import org.mfg.app.verify.GridSequence.Level;
import org.mfg.solvers.errorbars.ErrorBar;

/**
 * What an error bar is worth, where the exact solution of the game is known.
 *
 * @param game what was solved
 * @param intervals of the first axis
 * @param bar the quantity with its bar
 * @param error value - exact value
 */
public record Effectivity(String game, double intervals, ErrorBar bar, double error) {
    /** Errors below this part of the value are rounding. */
    private static final double ROUNDING = 1e-12;

    /**
     * The bars of a game with an exact solution on grids of half the intervals asked for and doubled ones, finest first.
     *
     * @param doublings how often to double the grid
     * @return none if the game has no equilibrium on one of the grids
     */
    public static List<Effectivity> of(
            String name, Study study, List<Quantity> quantities, int doublings, Monitor monitor) {
        DiscreteGame asked = study.discreteGame();
        GridSequence grids = GridSequence.around(asked, 2, doublings);
        List<Effectivity> all = new ArrayList<>();
        ExactQuantities exact = null;
        for (int l = doublings; l >= 0; l--) {
            Level level = grids.levels().get(l);
            DiscreteGame game = asked.discretization().discretize(asked.game(), level.grid(), level.time());
            exact = exact == null ? new ExactQuantities(game) : exact;
            Equilibrium equilibrium = study.equilibriumSolver().solve(game, null, monitor);
            if (!equilibrium.isConverged()) {
                return List.of();
            }
            List<ErrorBar> bars = study.errorBars(game).of(equilibrium, quantities, monitor);
            for (int k = 0; k < bars.size(); k++) {
                double error = bars.get(k).value() - exact.value(quantities.get(k));
                all.add(new Effectivity(name, grids.intervals()[l], bars.get(k), error));
            }
        }
        return all;
    }

    /** Whether the bar is from half to twice the error. */
    public boolean isGood() {
        return ratio() >= 0.5 && ratio() <= 2;
    }

    /** The bar against the error. */
    public double ratio() {
        return bar.bar() / Math.abs(error);
    }

    /** Whether there is an error but for rounding, so that the ratio means something. */
    public boolean isTelling() {
        return Math.abs(error) > ROUNDING * Math.max(1, Math.abs(bar.value()));
    }
}
