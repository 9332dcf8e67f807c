package org.mfg.app.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mfg.app.Main;

/** {@code mfg sweep} in a process of its own, which can be killed. */
final class SweepProcess {
    private final Process process;

    private SweepProcess(Process process) {
        this.process = process;
    }

    static SweepProcess start(Path spec, Path out) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sweep",
                spec.toString(),
                "--out",
                out.toString(),
                "--resume");
        return new SweepProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits for the end, at most so long; whether it came. */
    boolean isOverAfter(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() {
        return process.exitValue();
    }
}
