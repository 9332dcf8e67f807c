package org.mfg.app.cli;

import java.io.IOException;
import java.util.List;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.OptionSpec;

/** A command that takes a game with the options of {@code mfg run} and some of its own. */
interface GameCommand {

    /** Its name on the command line. */
    String name();

    /** What it does, for its help. */
    String description();

    /** The options that it adds to those of game, grid, discretisation, solver and output. */
    List<OptionSpec> options();

    /** Whether it makes no sense without a game. */
    default boolean needsGame() {
        return true;
    }

    /** Runs with the arguments that have been parsed; returns the exit code. */
    int run(RunArguments arguments) throws IOException;

    /** Runs a command that {@linkplain #needsGame needs no game} without one; returns the exit code. */
    default int runWithoutGame(Mfg mfg, RunOptions options) throws IOException {
        throw new IllegalStateException(name() + " needs a game");
    }
}
