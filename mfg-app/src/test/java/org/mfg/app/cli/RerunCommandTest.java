package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class RerunCommandTest {
    @TempDir
    Path folder;

    @Test
    void aNamedGameGivesTheSameNumbers() {
        run(
                "run",
                "tutorial",
                "--viscosity",
                "0.02",
                "--nx",
                "20",
                "--nt",
                "15",
                "--solver",
                "anderson",
                "--mixing",
                "0.2");
        rerun();
    }

    @Test
    void aGameFromAFileGivesTheSameNumbersWhenTheFileIsGone() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.copy(Path.of("../mfg-examples/tutorial.yaml"), file);
        run(
                "run",
                file.toString(),
                "--viscosity",
                "0.03",
                "--nx",
                "21",
                "--nt",
                "15",
                "--discretization",
                "crank-nicolson");
        Files.delete(file);
        rerun();
    }

    @Test
    void whatIsNoSummaryIsToldInALine() throws IOException {
        assertComplaint(folder.resolve("none.json"), "summary must be a file that exists");
        Path file = folder.resolve("summary.json");
        Files.writeString(file, "{\"problem\":");
        assertComplaint(file, "malformed JSON");
        Files.writeString(file, "{\"problem\": {\"game\": 3}}");
        assertComplaint(file, "summary must be one that mfg run wrote, but its game is missing or not as it was");
        Files.writeString(file, "[]");
        assertComplaint(file, "summary must be a JSON object");
    }

    private void run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 4);
        all[args.length] = "--no-figures";
        all[args.length + 1] = "--no-report";
        all[args.length + 2] = "--out";
        all[args.length + 3] = folder.resolve("first").toString();
        assertThat(CommandRun.of(all).code()).isZero();
    }

    private void rerun() {
        CommandRun run = CommandRun.of(
                "rerun",
                folder.resolve("first/summary.json").toString(),
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("second").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("second/solution.npz")).hasSameBinaryContentAs(folder.resolve("first/solution.npz"));
        assertThat(folder.resolve("second/summary.json")).content().contains("\"commit\"");
    }

    private static void assertComplaint(Path file, String message) {
        CommandRun run = CommandRun.of("rerun", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }
}
