package org.mfg.examples.study;

import java.util.Optional;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;

/**
 * A study and what became of it.
 *
 * @param study what was asked
 * @param equilibrium what was found
 * @param solveSeconds the time the solve took, in seconds
 */
public record Outcome(Study study, Equilibrium equilibrium, double solveSeconds) {

    /** What was found of a stationary game. */
    public Optional<StationaryEquilibrium> stationary() {
        return study.isStationary()
                ? Optional.of(StationaryEquilibrium.of(study.discreteGame().game(), equilibrium))
                : Optional.empty();
    }
}
