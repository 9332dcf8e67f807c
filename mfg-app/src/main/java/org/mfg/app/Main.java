package org.mfg.app;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.mfg.app.cli.MfgCommand;
import org.mfg.app.cli.Terminal;

/** The application's entry point. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code: 0 for success, 1 for a run without equilibrium, 2 for bad input, 70 for a defect. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        int code = new MfgCommand(out, err, Terminal.find(err)).execute(args);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
