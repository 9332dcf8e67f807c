package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.app.MfgProcess;
import org.mfg.output.npz.NpzFile;

/** A long run that dies goes on from the iterate that was kept, and comes to the same equilibrium. */
class CheckpointTest {
    @TempDir
    Path folder;

    private List<String> arguments(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "tutorial-2d",
                "--nx",
                "25",
                "--nt",
                "24",
                "--solver",
                "picard",
                "--relaxation",
                "0.05",
                "--max-iterations",
                "1000",
                "--levels",
                "0",
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve(name).toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private MfgProcess start(String name, String... more) throws IOException {
        List<String> arguments = arguments(name, "--checkpoint", "0.05s");
        arguments.addAll(List.of(more));
        return MfgProcess.start(arguments.toArray(String[]::new));
    }

    private static CommandRun run(List<String> arguments) {
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private double[] density(String name) throws IOException {
        try (NpzFile npz = NpzFile.open(folder.resolve(name).resolve("solution.npz"))) {
            return npz.array("m").values();
        }
    }

    @Test
    void aRunKilledTwiceComesToTheSameEquilibrium() throws Exception {
        killed(2);
    }

    @Test
    @Tag("slow")
    void aRunKilledTenTimesComesToTheSameEquilibrium() throws Exception {
        killed(10);
    }

    private void killed(int times) throws Exception {
        assertThat(run(arguments("whole")).code()).isZero();
        Random random = new Random(7);
        Path kept = folder.resolve("killed/checkpoint.json");
        int resumed = 0;
        for (int k = 0; k < times; k++) {
            MfgProcess process = start("killed", "--resume");
            while (process.isAlive() && !Files.exists(kept)) {
                Thread.sleep(10);
            }
            process.isOverAfter(random.nextInt(500));
            process.kill();
            resumed += Files.exists(kept) ? 1 : 0;
        }
        assertThat(resumed).as("runs that were killed after a checkpoint").isPositive();
        CommandRun last = run(arguments("killed", "--resume"));

        assertThat(last.err()).isEmpty();
        assertThat(last.code()).isZero();
        assertThat(kept).doesNotExist();
        double[] whole = density("whole");
        double[] found = density("killed");
        for (int i = 0; i < whole.length; i++) {
            assertThat(found[i]).isCloseTo(whole[i], within(1e-6));
        }
    }

    @Test
    void withoutACheckpointTheSolveBeginsAnewAndSaysSo() {
        CommandRun run = CommandRun.of(
                "run",
                "tutorial",
                "--nx",
                "20",
                "--nt",
                "10",
                "--no-figures",
                "--no-report",
                "--resume",
                "--out",
                folder.resolve("new").toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("mfg: no checkpoint in ").hasLineCount(1);
    }

    @Test
    void aRunThatHasUsedUpItsIterationsGoesOnWithMore() throws Exception {
        iterations("ended", "25", "--checkpoint", "1h");
        assertThat(folder.resolve("ended/checkpoint.json")).exists();
        double[] started = iterations(
                "started", "15", "--start", folder.resolve("ended/solution.npz").toString());

        assertThat(iterations("ended", "15", "--resume", "--tolerance", "1e-7")).isEqualTo(started);
    }

    private double[] iterations(String name, String count, String... more) throws IOException {
        List<String> arguments = arguments(name, more);
        arguments.set(arguments.indexOf("1000"), count);
        CommandRun run = run(arguments);
        assertThat(run.err()).startsWith("mfg: no equilibrium (MAX_ITERATIONS)").hasLineCount(1);
        return density(name);
    }

    @Test
    void aCheckpointOfOtherSettingsIsRefusedInALine() throws Exception {
        MfgProcess process = start("a");
        while (process.isAlive() && !Files.exists(folder.resolve("a/checkpoint.json"))) {
            Thread.sleep(10);
        }
        process.kill();
        CommandRun run = run(arguments("a", "--resume", "--viscosity", "0.3"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("mfg: resume needs a checkpoint of the same game, grid")
                .hasLineCount(1);
        assertThat(run(arguments("a", "--checkpoint", "5")).err())
                .startsWith("mfg: checkpoint must be a time such as 30s, 5m or 1h, was '5'");
    }
}
