package org.mfg.api.equilibrium;

/** Watches a solve and may end it. Called on the solver's thread. */
public interface Monitor {
    /** Watches nothing and never cancels. */
    Monitor NONE = new Monitor() {};

    /** Called after each iteration. */
    default void onIteration(Iteration iteration) {}

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
