package org.mfg.api.grid;

import org.mfg.api.InvalidInputException;

/**
 * An exit that is a part of a side of the domain: the nodes of the side that lie in the opening. There u = exit cost and m =
 * 0, as on a side that is an exit as a whole.
 *
 * @param name what to call it in figures and tables
 * @param opening the positions of the door; what it contains beside the side does not matter
 * @param exitCost what an agent pays when it leaves here, finite
 */
public record Door(String name, Region opening, double exitCost) {

    /** Checks the name and the cost. */
    public Door {
        if (name.isBlank()) {
            throw InvalidInputException.because("door", "the name of a door must not be blank");
        }
        if (!Double.isFinite(exitCost)) {
            throw InvalidInputException.of("exit-cost", "be finite", exitCost);
        }
    }
}
