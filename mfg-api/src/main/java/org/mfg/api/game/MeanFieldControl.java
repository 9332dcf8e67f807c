package org.mfg.api.game;

import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.PlannerCoupling;

/**
 * Mean field control: a planner chooses the strategy that everybody plays so as to minimise the social cost, what all agents
 * pay together,
 *
 * <pre>
 *   J = ∫_0^T ∫ m (L(x, α) + f + F[m]) dx dt + ∫ m(T) (g + G[m(T)]) dx.
 * </pre>
 *
 * <p>In a game each agent minimises its own cost and takes m as given; the planner knows that strategies move m. The optimum
 * is the equilibrium of another game, in which agents pay F[m] + F'[m]* m and G[m] + G'[m]* m, what they cost everybody
 * (Lasry and Lions 2007; Bensoussan, Frehse and Yam 2013). Its cost is at most the game's; where the couplings do not depend
 * on m both are equal.
 */
public final class MeanFieldControl {
    private MeanFieldControl() {}

    /**
     * The game whose equilibrium is the planner's optimum for the given game; its value function is the planner's adjoint,
     * not a cost that anybody pays.
     *
     * @throws InvalidInputException if a coupling has no planner's version or the Hamiltonian depends on the density: then
     *     the planner's drift does not come from the Hamiltonian of its value equation, and the optimum is not the
     *     equilibrium of a game of this form; or if it is a discounted stationary game, whose crowd is stationary although nobody's
     *     costs are those of the long run; or if the crowd has to keep to a target or a ceiling
     */
    public static MeanFieldGame of(MeanFieldGame game) {
        if (game.hamiltonian().dependsOnDensity()) {
            throw InvalidInputException.because(
                    "hamiltonian",
                    "hamiltonian " + game.hamiltonian().getClass().getSimpleName()
                            + " depends on the density: mean field control needs one that does not");
        }
        if (game.discount() > 0) {
            throw InvalidInputException.of(
                    "discount", "be 0 for mean field control of a stationary game", game.discount());
        }
        if (game.isConstrained()) {
            throw InvalidInputException.because(
                    "game",
                    "game " + game.name() + " must have neither a target density nor a ceiling for mean field control");
        }
        return game.toBuilder().replaceCouplings(PlannerCoupling::new).build();
    }
}
