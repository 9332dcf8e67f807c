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
}
