package org.mfg.api;

/** The root of the framework's unchecked exceptions. */
public abstract class MfgException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MfgException(String message) {
        super(message);
    }
}
