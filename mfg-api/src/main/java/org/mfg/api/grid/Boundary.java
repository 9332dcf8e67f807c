package org.mfg.api.grid;

import org.mfg.api.InvalidInputException;

/**
 * What happens at one side of the domain.
 *
 * @param kind the kind of condition
 * @param exitCost for an exit: the cost u that an agent pays when it leaves; 0 otherwise
 */
public record Boundary(Kind kind, double exitCost) {

    /** The kinds of boundary condition. */
    public enum Kind {
        /** A reflecting wall: the normal derivative of u is 0 and no mass crosses. */
        NO_FLUX,
        /** The side is glued to the opposite one. */
        PERIODIC,
        /** Agents leave: u = exit cost and m = 0 on the side; the lost mass is reported. */
        EXIT
    }

    /** Checks the exit cost. */
    public Boundary {
        if (!Double.isFinite(exitCost)) {
            throw InvalidInputException.of("exit-cost", "be finite", exitCost);
        }
        if (kind != Kind.EXIT && exitCost != 0) {
            throw InvalidInputException.of("exit-cost", "be 0 at a side that is not an exit", exitCost);
        }
    }

    /** A reflecting wall. */
    public static Boundary noFlux() {
        return new Boundary(Kind.NO_FLUX, 0);
    }

    /** A side glued to the opposite one. */
    public static Boundary periodic() {
        return new Boundary(Kind.PERIODIC, 0);
    }

    /** A side through which agents leave, at the given cost. */
    public static Boundary exit(double cost) {
        return new Boundary(Kind.EXIT, cost);
    }
}
