package org.mfg.app.published;

/** A game of an experiment has no equilibrium on one of the grids. */
final class UnsolvedException extends Exception {
    private static final long serialVersionUID = 1;

    UnsolvedException(String message) {
        super(message);
    }
}
