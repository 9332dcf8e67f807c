package org.mfg.app.study;

import java.util.Optional;
import java.util.OptionalDouble;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;

/**
 * A study and what became of it.
 *
 * @param study what was asked
 * @param equilibrium what was found
 * @param solveSeconds the time the solve took, in seconds
 */
public record Outcome(Study study, Equilibrium equilibrium, double solveSeconds) {

    /** Why it is no equilibrium, or perhaps none, in a line: the solver's message, or the promise that the game breaks; empty for an equilibrium. */
    public String reason() {
        return equilibrium.isConverged() ? study.objection().orElse("") : equilibrium.message();
    }

    /** What was found of a stationary game. */
    public Optional<StationaryEquilibrium> stationary() {
        return study.isStationary() ? Optional.of(StationaryEquilibrium.of(equilibrium)) : Optional.empty();
    }

    /** The ergodic constant that was found, of an ergodic game. */
    public OptionalDouble constant() {
        return study.discreteGame().game().isErgodic()
                ? OptionalDouble.of(stationary().orElseThrow().constant())
                : OptionalDouble.empty();
    }

    /** What the ergodic constant should be, of an ergodic game with an exact solution. */
    public OptionalDouble exactConstant() {
        MeanFieldGame game = study.discreteGame().game();
        Optional<ExactSolution> exact = game.isErgodic() ? game.exactSolution() : Optional.empty();
        double[] origin = new double[game.domain().dimension()];
        return exact.map(e -> OptionalDouble.of(e.value(0, origin) - e.value(1, origin)))
                .orElse(OptionalDouble.empty());
    }
}
