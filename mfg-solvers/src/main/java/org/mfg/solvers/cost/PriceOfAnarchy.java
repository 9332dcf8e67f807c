package org.mfg.solvers.cost;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.PolicyCost;
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
    /** Both costs are right to the solvers' tolerance, and may be the same. */
    private static final double ROUND_OFF = 1e-6;

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

    /**
     * Whether the planner does not do worse than the game. It may where the social cost is not convex: what was found then satisfies the
     * planner's equations, but is no optimum.
     */
    public boolean isOptimum() {
        return isConverged() && plannerCost <= gameCost + ROUND_OFF * Math.abs(gameCost);
    }

    /** The game's cost less the planner's; NaN unless both solves converged to an optimum. */
    public double excess() {
        return isOptimum() ? gameCost - plannerCost : Double.NaN;
    }

    /**
     * The game's cost over the planner's, at least 1; NaN unless both solves converged to an optimum, and where the planner's is not positive
     * and a ratio says nothing.
     */
    public double ratio() {
        return isOptimum() && plannerCost > 0 ? gameCost / plannerCost : Double.NaN;
    }
}
