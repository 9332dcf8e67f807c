package org.mfg.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.figure.Style;

/**
 * Where a command speaks, and how it works into a folder.
 *
 * @param out where results go
 * @param err where complaints go
 * @param status where to show progress; null for nowhere
 */
record Console(PrintWriter out, PrintWriter err, @Nullable StatusLine status) {

    /** What is done in a folder, watched by a line of progress; gives the exit code. */
    @FunctionalInterface
    interface Work {
        int in(OutputFolder folder, Progress progress) throws IOException;
    }

    /** Opens the folder for files and figures in a style, so that nobody else writes there, and works until it is done or Ctrl-C asks for an end. */
    int work(Path path, Style style, boolean isQuiet, Work work) throws IOException {
        try (OutputFolder folder = OutputFolder.open(path, style);
                Interrupt interrupt = new Interrupt();
                Progress progress = new Progress(isQuiet ? null : status, interrupt.requested())) {
            return work.in(folder, progress);
        }
    }

    /** Says what was written: the last line of every command that writes. */
    void wrote(Path folder, List<Path> files, String... more) {
        out.println("wrote " + folder + ": " + OutputFolder.names(files)
                + (more.length == 0 ? "" : ", " + String.join(", ", more)));
    }

    /** Says which promise the game breaks, if games are not refused for it: even to those who want to see nothing but errors. */
    void warn(Study study) {
        study.objection().ifPresent(this::warn);
    }

    /** One line to the user, on what may be wrong. */
    void warn(String message) {
        complain("warning: " + message);
    }

    /** One line to the user, on what did not go as wished. */
    void complain(String message) {
        err.println("mfg: " + message);
    }
}
