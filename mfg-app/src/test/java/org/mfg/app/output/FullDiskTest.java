package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.app.CommandRun;

/** A disk of 2 MB that gets full. It takes the right to mount one. */
class FullDiskTest {
    @TempDir
    Path folder;

    private Path disk;
    private boolean isMounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        try {
            isMounted = does("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        } catch (IOException e) {
            isMounted = false;
        }
        assumeTrue(isMounted, "this user may mount a file system in memory");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (isMounted) {
            assertThat(does("umount", disk.toString())).isTrue();
        }
    }

    private static boolean does(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run tutorial --nx=200 --nt=150 --no-report --no-figures",
                "run tutorial --nx=100 --nt=100",
                "compare tutorial --nx=100 --nt=100"
            })
    void theOldResultSurvivesWhole(String command) throws IOException {
        Path out = disk.resolve("out");
        CommandRun first =
                CommandRun.of("run", "tutorial", "--nx=20", "--nt=10", "--no-report", "--no-figures", "--out=" + out);
        assertThat(first.code()).as(first.err()).isZero();
        Files.write(disk.resolve("others"), new byte[1_000_000]);
        Map<String, String> before = contents(out);

        CommandRun run = CommandRun.of((command + " --out=" + out).split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("No space left on device");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(contents(out)).isEqualTo(before);
    }

    @Test
    void aSweepSaysItInALineAndGoesOnWhenThereIsRoom() throws IOException {
        Path spec = Files.writeString(
                folder.resolve("study.yaml"),
                "game: tutorial\ngrid: {nodes: 10, steps: 5}\nvary:\n  viscosity: {log: [0.01, 1], count: 40}\n");
        Path out = disk.resolve("out");
        Path others = Files.write(disk.resolve("others"), new byte[1_960_000]);

        CommandRun full = CommandRun.of("sweep", spec.toString(), "--no-report", "--out=" + out);
        assertThat(full.code()).isIn(1, 2);
        assertThat(full.err()).contains("No space left on device");

        Files.delete(others);
        CommandRun resumed = CommandRun.of("sweep", spec.toString(), "--no-report", "--resume", "--out=" + out);
        assertThat(resumed.code()).as(resumed.err()).isZero();
    }

    private static Map<String, String> contents(Path out) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : Results.visible(out)) {
            contents.put(name, new String(Files.readAllBytes(out.resolve(name)), StandardCharsets.ISO_8859_1));
        }
        for (String name : Results.visible(out.resolve(".mfg"))) {
            contents.put(".mfg/" + name, "");
        }
        return contents;
    }
}
