package org.mfg.solvers.errorbars;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.errorbars.NewtonStep.Change;
import org.mfg.solvers.nested.CubicProlongation;

/**
 * Error bars of quantities of an equilibrium against the continuous game, by four grids of spacing 4h, 2h, h and h/2:
 *
 * <pre>
 *   J_4h, J_2h    solved, from the equilibrium on h, or if that fails from the solver's own start
 *   J_h/2         not solved: the value at the equilibrium prolonged to h/2, less what the residual there is worth (R. Becker and R. Rannacher 2001), and once more
 *                 at the fields that have this correction, as what the first leaves out is of the square of the error
 * </pre>
 *
 * <p>Games with a target density or a ceiling have {@link GridBars}, as residuals tell nothing of their multipliers. Each value is corrected, to first order, for what its solver left of the discrete equations. Three values give the order and an error (Richardson 1911): one
 * estimate by 4h, 2h, h, a second by 2h, h, h/2. See {@link ErrorBar} for what becomes of both.
 */
public final class ErrorBars {
    private static final int HALF = 2;
    private static final int QUARTER = 4;
    /** Of linear solves: an estimate of an error needs a few digits. */
    private static final double TOLERANCE = 1e-4;
    /** Of the second one, whose right-hand side is what the first has left. */
    private static final double TOLERANCE_OF_REST = 1e-2;

    private final DiscreteGame game;
    private final EquilibriumSolver solver;
    private final boolean hasFiner;

    /**
     * @param game the game on the grid whose quantities are to have bars
     * @param solver solves it on coarser grids
     * @param hasFiner whether to look at the residual on the finer grid, whose fields are 2^(d + 1) times as large (2^d of a stationary game)
     * @throws InvalidInputException if its grid has too few nodes or steps
     */
    public ErrorBars(DiscreteGame game, EquilibriumSolver solver, boolean hasFiner) {
        GridBars.require(game);
        this.game = game;
        this.solver = solver;
        this.hasFiner = hasFiner;
    }

    /**
     * The bars of the quantities, in their order.
     *
     * @throws InvalidInputException if the equilibrium has not converged, or the game's data are not valid on a coarser grid
     * @throws NumericalFailureException if there is no equilibrium on a coarser grid, or the linearised equations are not solved
     */
    public List<ErrorBar> of(Equilibrium equilibrium, List<Quantity> quantities, Monitor monitor) {
        if (!equilibrium.isConverged()) {
            throw InvalidInputException.of(
                    "equilibrium",
                    "be CONVERGED to have error bars",
                    equilibrium.status().name());
        }
        if (game.game().isConstrained()) {
            return GridBars.of(
                    game,
                    values(game, equilibrium, quantities),
                    coarser -> values(coarser, GridFamily.solved(coarser, equilibrium, solver, monitor), quantities));
        }
        DiscreteGame half = GridFamily.coarser(game, HALF);
        DiscreteGame quarter = GridFamily.coarser(game, QUARTER);
        Equilibrium onHalf = GridFamily.solved(half, equilibrium, solver, monitor);
        Equilibrium onQuarter = GridFamily.solved(quarter, onHalf, solver, monitor);
        List<Level> levels = List.of(Level.of(quarter, onQuarter), Level.of(half, onHalf), Level.of(game, equilibrium));
        @Nullable Finer finer = hasFiner ? finer(equilibrium) : null;
        List<ErrorBar> bars = new ArrayList<>();
        for (Quantity quantity : quantities) {
            bars.add(bar(quantity, levels, finer));
        }
        return bars;
    }

    private static Map<String, Double> values(DiscreteGame game, Equilibrium equilibrium, List<Quantity> quantities) {
        Map<String, Double> values = new LinkedHashMap<>();
        quantities.forEach(q -> values.put(q.name(), q.value(game, equilibrium.u(), equilibrium.m())));
        return values;
    }

    private ErrorBar bar(Quantity quantity, List<Level> levels, @Nullable Finer finer) {
        double[] values =
                levels.stream().mapToDouble(level -> level.corrected(quantity)).toArray();
        double coarsening = GridFamily.ratio(levels.get(0).game(), levels.get(1).game());
        double refining = GridFamily.ratio(levels.get(1).game(), game);
        int order = game.discretization().order();
        Richardson grids = new Richardson(values[0], values[1], values[2], coarsening, refining, order);
        Level finest = levels.get(2);
        double value = finest.value(quantity);
        double algebraic = value - values[2];
        if (finer == null) {
            return ErrorBar.of(quantity.name(), value, algebraic, null, grids);
        }
        double ofValue = finer.step().change(quantity, finer.ofValue());
        double ofDensity = finer.step().change(quantity, finer.ofDensity());
        double estimated = finer.corrected().corrected(quantity);
        Richardson withFiner = new Richardson(values[1], values[2], estimated, refining, 2, order);
        return ErrorBar.of(quantity.name(), value, algebraic, grids, withFiner, ofValue, ofDensity);
    }

    /** The finer grid; null where it is of no use: the game's data are not valid there, or its linear equations are not solved. */
    private @Nullable Finer finer(Equilibrium equilibrium) {
        try {
            DiscreteGame fine = GridFamily.finer(game);
            NewtonStep step = new NewtonStep(fine, CubicProlongation.to(fine, equilibrium), TOLERANCE);
            Change ofValue = step.change(true, false);
            Change ofDensity = step.change(false, true);
            return new Finer(
                    step, ofValue, ofDensity, Level.of(fine, step.after(ofValue, ofDensity), TOLERANCE_OF_REST));
        } catch (InvalidInputException | NumericalFailureException refused) {
            return null;
        }
    }

    /** The finer grid: what the residual of each equation asks for there, and the fields with both. */
    private record Finer(NewtonStep step, Change ofValue, Change ofDensity, Level corrected) {}

    /** Fields on a grid, and what is left of the equations there. */
    private record Level(DiscreteGame game, NewtonStep step, Change left) {
        static Level of(DiscreteGame game, Equilibrium equilibrium) {
            return of(game, new Guess(equilibrium.u(), equilibrium.m()), TOLERANCE);
        }

        static Level of(DiscreteGame game, Guess at, double tolerance) {
            NewtonStep step = new NewtonStep(game, at, tolerance);
            return new Level(game, step, step.change(true, true));
        }

        double value(Quantity quantity) {
            return step.value(quantity);
        }

        double corrected(Quantity quantity) {
            return value(quantity) + step.change(quantity, left);
        }
    }
}
