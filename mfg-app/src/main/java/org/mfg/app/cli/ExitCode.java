package org.mfg.app.cli;

/** The exit codes of the command line. */
final class ExitCode {
    /** Done; for a run: an equilibrium was found. */
    static final int SUCCESS = 0;

    /** A run ended without an equilibrium, its files could not be written, or a check failed. */
    static final int NO_EQUILIBRIUM = 1;

    /** The input is not valid; nothing was solved or written. */
    static final int BAD_INPUT = 2;

    /** The framework or a plugin failed where it should not. */
    static final int DEFECT = 70;

    private ExitCode() {}
}
