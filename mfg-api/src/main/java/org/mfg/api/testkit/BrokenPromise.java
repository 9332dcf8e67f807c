package org.mfg.api.testkit;

/** A part of a game that does not do what its interface promises. To a test it is a failure as any other. */
final class BrokenPromise extends AssertionError {
    private static final long serialVersionUID = 1L;

    BrokenPromise(String message) {
        super(message);
    }
}
