package org.mfg.api.game;

import org.mfg.api.InvalidInputException;

/** How long a game lasts. */
public sealed interface Horizon {

    /**
     * A game that ends.
     *
     * @param time the final time T > 0
     */
    record Until(double time) implements Horizon {
        /** Checks the time. */
        public Until {
            if (!Double.isFinite(time) || time <= 0) {
                throw InvalidInputException.of("horizon", "be finite and > 0", time);
            }
        }

        @Override
        public String toString() {
            return Double.toString(time);
        }
    }

    /** A game without beginning or end: stationary. */
    record Forever() implements Horizon {
        @Override
        public String toString() {
            return "forever";
        }
    }
}
