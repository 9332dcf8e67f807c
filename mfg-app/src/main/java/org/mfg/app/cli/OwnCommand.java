package org.mfg.app.cli;

import java.io.IOException;
import java.util.List;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.CommandSpec;

/** A command whose options are all its own, whatever there is of games and solvers. */
interface OwnCommand {

    /** All of them, new, in the order of the help. */
    static List<OwnCommand> all() {
        return List.of(
                new SweepCommand(),
                new RerunCommand(),
                new QueryCommand(),
                new PlotCommand(),
                new ExportCommand(),
                new ListCommand(),
                new SchemaCommand(),
                new CheckCommand(),
                new NewCommand(),
                new ServeCommand(),
                new CompletionCommand());
    }

    /** Its name on the command line. */
    String name();

    /** The command with its options, which keep what has been parsed. */
    CommandSpec spec();

    /** Runs with the arguments that have been parsed; returns the exit code. */
    int run(Call call) throws IOException;

    /**
     * What the command was called with.
     *
     * @param look the arguments
     * @param console where it speaks
     */
    record Call(FirstLook look, Console console) {

        /** What there is by name, plugins included. */
        Mfg mfg() {
            return look.load();
        }
    }
}
