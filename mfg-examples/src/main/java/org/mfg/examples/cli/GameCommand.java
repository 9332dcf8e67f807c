package org.mfg.examples.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /**
     * Runs; returns the exit code.
     *
     * @param arguments the arguments that have been parsed; null where no game is given and none is needed
     */
    int run(@Nullable RunArguments arguments) throws IOException;
}
