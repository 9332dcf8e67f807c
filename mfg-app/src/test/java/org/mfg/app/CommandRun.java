package org.mfg.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.mfg.app.cli.MfgCommand;

/**
 * One call of the command line, in this process.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained about
 */
public record CommandRun(int code, String out, String err) {

    /** Calls {@code mfg} with the arguments, nobody watching. */
    public static CommandRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new MfgCommand(new PrintWriter(out), new PrintWriter(err), null).execute(args);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
