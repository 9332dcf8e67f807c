package org.mfg.app.study;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.errorbars.ErrorBar;
import org.mfg.solvers.errorbars.GridBars;
import org.mfg.solvers.market.ClearedMarket;

/**
 * A study at the prices that clear its market, and how they were found.
 *
 * @param study with these prices, or as it was asked for where there are none
 * @param market what became of the search
 * @param seconds the time it took
 */
public record Cleared(Study study, ClearedMarket market, double seconds) {
    /** How far from the root a price may be, unless something else is asked for. */
    public static final double PRICE_TOLERANCE = 1e-10;

    /** The solver's tolerance unless one is asked for: what is left of a residual is an error of the price. */
    public static final double TIGHT = 1e-12;

    /**
     * Clears the market.
     *
     * @param within how far from the root a price may be
     */
    public static Cleared of(Study asked, double within, Monitor monitor) {
        long start = System.nanoTime();
        Study study = asked.withTolerance(TIGHT);
        ClearedMarket market = study.clear(within, monitor);
        boolean isUnsolved = market.trials().stream().anyMatch(trial -> !trial.isSolved());
        if (!market.isCleared() && isUnsolved && !monitor.isCancelled()) {
            // Perhaps so little residual cannot be had on this grid.
            study = asked;
            market = asked.clear(within, monitor);
        }
        Study at = market.isCleared() ? study.with(market.parameters()) : asked;
        return new Cleared(at, market, (System.nanoTime() - start) * 1e-9);
    }

    /**
     * Error bars of numbers at the prices that clear the market on this grid, by two coarser grids with prices of their own. The market must have cleared.
     *
     * @param numbers what is told of an equilibrium, by name
     * @param within how far from the root a price may be
     * @throws org.mfg.api.InvalidInputException if the grid is too coarse for them, or the game's data are not valid on a coarser one
     * @throws NumericalFailureException if no prices clear the market on a coarser grid
     */
    public List<ErrorBar> errorBars(Function<Outcome, Map<String, Double>> numbers, double within, Monitor monitor) {
        return GridBars.of(study.discreteGame(), numbers.apply(outcome()), coarser -> {
            Cleared found = of(study.on(coarser), within, monitor);
            if (!found.market().isCleared()) {
                throw new NumericalFailureException("no prices clear the market on the coarser grid of "
                        + coarser.grid().nodes(0) + " nodes: " + found.market().message());
            }
            return numbers.apply(found.outcome());
        });
    }

    /** The equilibrium at the prices; where the market does not clear one that is none, at the last prices tried. */
    public Outcome outcome() {
        return Outcome.of(study, market, seconds);
    }
}
