package org.mfg.api.grid;

import java.util.List;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;

/**
 * What happens at one side of the domain.
 *
 * @param kind the kind of condition
 * @param exitCost for an exit: the cost u that an agent pays when it leaves; 0 otherwise
 * @param doors the doors of a wall
 */
public record Boundary(Kind kind, double exitCost, List<Door> doors) {

    /** The kinds of boundary condition. */
    public enum Kind {
        /** A reflecting wall: the normal derivative of u is 0 and no mass crosses. */
        NO_FLUX,
        /**
         * A wall that agents choose not to cross: of their drifts those that lead out are not open to them, and u has no condition
         * (Soner 1986; Capuzzo-Dolcetta and Lions 1990). Noise is reflected. Where standing still is the cheapest drift, as in H =
         * |p|²/2, it is the same as a reflecting wall.
         */
        STATE_CONSTRAINT,
        /** The side is glued to the opposite one. */
        PERIODIC,
        /** Agents leave: u = exit cost and m = 0 on the side; the lost mass is reported. */
        EXIT
    }

    /** Checks the exit cost, and that only a wall has doors. */
    public Boundary {
        doors = List.copyOf(doors);
        if (kind != Kind.NO_FLUX && !doors.isEmpty()) {
            throw InvalidInputException.of(
                    "door",
                    "be in a no-flux side",
                    doors.get(0).name() + " in a side that is "
                            + (kind == Kind.EXIT
                                    ? "an exit as a whole"
                                    : kind == Kind.PERIODIC ? "periodic" : "a state constraint"));
        }
        if (!Double.isFinite(exitCost)) {
            throw InvalidInputException.of("exit-cost", "be finite", exitCost);
        }
        if (kind != Kind.EXIT && exitCost != 0) {
            throw InvalidInputException.of("exit-cost", "be 0 at a side that is not an exit", exitCost);
        }
    }

    /** A reflecting wall. */
    public static Boundary noFlux() {
        return new Boundary(Kind.NO_FLUX, 0, List.of());
    }

    /** A wall that agents choose not to cross. */
    public static Boundary stateConstraint() {
        return new Boundary(Kind.STATE_CONSTRAINT, 0, List.of());
    }

    /** A side glued to the opposite one. */
    public static Boundary periodic() {
        return new Boundary(Kind.PERIODIC, 0, List.of());
    }

    /** A side through which agents leave, at the given cost. */
    public static Boundary exit(double cost) {
        return new Boundary(Kind.EXIT, cost, List.of());
    }

    /** This wall with one more door. */
    public Boundary withDoor(Door door) {
        return new Boundary(
                kind, exitCost, Stream.concat(doors.stream(), Stream.of(door)).toList());
    }

    /** Whether agents can leave here, anywhere on the side. */
    public boolean hasExit() {
        return kind == Kind.EXIT || !doors.isEmpty();
    }
}
