package org.mfg.solvers.cost;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldControl;

/**
 * How much more a crowd of selfish agents pays than one led by a planner (Koutsoupias and Papadimitriou 1999; Cardaliaguet
 * and Rainer 2019 for mean field games).
 *
 * @param game the game's equilibrium
 * @param planner the equilibrium of the planner's game, whose strategy is the planner's optimum
 * @param gameCost the social cost of the game's equilibrium
 * @param plannerCost the social cost of the planner's optimum, in the same game
 */
public record PriceOfAnarchy(Equilibrium game, Equilibrium planner, double gameCost, double plannerCost) {

    /**
     * Solves both.
     *
     * @throws org.mfg.api.InvalidInputException if the game has no planner's version, see {@link MeanFieldControl#of}
     */
    public static PriceOfAnarchy of(DiscreteGame game, EquilibriumSolver solver, Monitor monitor) {
        DiscreteGame control =
                game.discretization().discretize(MeanFieldControl.of(game.game()), game.grid(), game.time());
        Equilibrium selfish = solver.solve(game, null, monitor);
        Equilibrium planned = solver.solve(control, null, monitor);
        return new PriceOfAnarchy(
                selfish,
                planned,
                PolicyCost.of(game, selfish.u(), selfish.m()),
                PolicyCost.of(game, planned.u(), planned.m()));
    }

    /** Whether both solves converged. */
    public boolean isConverged() {
        return game.isConverged() && planner.isConverged();
    }

    /** The game's cost less the planner's, >= 0; NaN unless both solves converged. */
    public double excess() {
        return isConverged() ? gameCost - plannerCost : Double.NaN;
    }

    /**
     * The game's cost over the planner's, >= 1; NaN unless both solves converged, and where the planner's is not positive and
     * a ratio says nothing.
     */
    public double ratio() {
        return isConverged() && plannerCost > 0 ? gameCost / plannerCost : Double.NaN;
    }
}
