package org.mfg.solvers.planning;

/**
 * What moves in proportion to a step of Newton's method. The dual is concave in either, and where it is steep in the one it is round in the other: the first are for crowds that hardly mind each other and for
 * the last digits, the second for crowds that mind each other a lot.
 */
enum Along {
    /** Costs and tolls; the value is the best response to them. */
    COSTS,

    /** The value; costs are what it is the best response to. */
    VALUE;

    Along other() {
        return this == COSTS ? VALUE : COSTS;
    }
}
