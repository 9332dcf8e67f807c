package org.mfg.app.report;

import org.mfg.api.equilibrium.Status;

/** A traffic light. It is never shown without words. */
public enum Light {
    /** As it should be. */
    GREEN("✓"),
    /** Not finished, or not all of it. */
    AMBER("!"),
    /** Broken. */
    RED("✗");

    private final String sign;

    Light(String sign) {
        this.sign = sign;
    }

    /** The light of a solve: green for an equilibrium alone. */
    public static Light of(Status status) {
        return switch (status) {
            case CONVERGED -> GREEN;
            case MAX_ITERATIONS, STALLED, CANCELLED -> AMBER;
            case DIVERGED -> RED;
        };
    }

    /** What tells it from the others without colour. */
    String sign() {
        return sign;
    }
}
