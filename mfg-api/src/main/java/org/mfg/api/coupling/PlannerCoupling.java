package org.mfg.api.coupling;

import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The planner's version of any coupling, F[m] + F'[m]* m: what an agent costs everybody, itself included, the derivative in m of the
 * social cost ∫ m F[m]. With it in place of F the equilibrium is the optimum of a planner (mean field control; Lasry and Lions 2007,
 * Carmona and Delarue 2018). On a grid it is the exact derivative of the discrete social cost.
 *
 * @param coupling the coupling F; on a grid it must give the adjoint of its derivative, as every local one does
 */
public record PlannerCoupling(Coupling coupling) implements Coupling {

    /** @throws InvalidInputException if the coupling {@linkplain Coupling#plannerObjection objects} */
    public PlannerCoupling {
        Optional<String> objection = coupling.plannerObjection();
        if (objection.isPresent()) {
            throw refused(coupling, objection.get());
        }
    }

    /** @throws InvalidInputException if the coupling gives no adjoint of its derivative */
    @Override
    public DiscreteCoupling on(Grid grid, TimeGrid time) {
        return new DiscretePlannerCoupling(withAdjoint(coupling.on(grid, time), grid, time));
    }

    @Override
    public DiscreteCoupling forTrapezoidRule(Grid grid, TimeGrid time) {
        return new DiscretePlannerCoupling(withAdjoint(coupling.forTrapezoidRule(grid, time), grid, time));
    }

    /** Asks for the adjoint at one level, so that who does not give it is refused here and not by a solver. */
    private DiscreteCoupling withAdjoint(DiscreteCoupling discrete, Grid grid, TimeGrid time) {
        if (!discrete.isLocal()) {
            double[] field = new double[grid.size() * time.levels()];
            try {
                discrete.addAdjoint(field, field, time.steps(), time.steps(), field.clone());
            } catch (InvalidInputException missing) {
                throw refused(coupling, String.valueOf(missing.getMessage()));
            }
        }
        return discrete;
    }

    private static InvalidInputException refused(Coupling coupling, String why) {
        return InvalidInputException.because(
                "coupling", "coupling " + coupling.getClass().getSimpleName() + " has no planner's version: " + why);
    }
}
