package org.mfg.api.equilibrium;

import org.mfg.api.discrete.DiscreteGame;

/** Watches a solve and may end it. Called on the solver's thread. */
public interface Monitor {
    /** Watches nothing and never cancels. */
    Monitor NONE = new Monitor() {};

    /** Called after each iteration. */
    default void onIteration(Iteration iteration) {}

    /**
     * Shown each iterate, on whatever grid it is: a solve that begins on coarser grids shows those too, whose iterations {@link #onIteration} is not told of.
     *
     * @param game the game on that grid
     * @param iteration what was measured of it
     * @param u the value function; the solver's own array, as m: whoever keeps it copies it
     * @param m the density
     */
    default void onIterate(DiscreteGame game, Iteration iteration, double[] u, double[] m) {}

    /**
     * Called after each try of a search for prices over time, which solves a game for each.
     *
     * @param tries how many there were, this one included
     * @param largestExcess what its prices leave too much or too little of, at most, in any market at any time
     */
    default void onPrices(int tries, double largestExcess) {}

    /** Asked after each iteration; true ends the solve with {@link Status#CANCELLED}. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * Whether the solve is to measure defect, exploitability and duality gap, of which the first two take a best response each time; they are NaN otherwise. False for a solve of which
     * only the fields are of interest.
     */
    default boolean asksForResponses() {
        return true;
    }
}
