package org.mfg.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.app.MfgProcess;

/** A sweep that dies, whenever it dies, is finished by --resume as if nothing had happened. */
class KilledSweepTest {
    private static final long ONE_MINUTE = 60_000;

    @TempDir
    Path folder;

    private Path spec;
    private Path undisturbed;
    private Path killed;

    @BeforeEach
    void paths() {
        spec = folder.resolve("spec.yaml");
        undisturbed = folder.resolve("undisturbed");
        killed = folder.resolve("killed");
    }

    @Test
    void aFileThatIsCutAnywhereIsFinished() throws IOException {
        write(24);
        assertThat(sweep(undisturbed).code()).isZero();
        assertThat(sweep(killed).code()).isZero();
        Path runs = killed.resolve("runs.csv");
        long header = Files.readString(runs).indexOf('\n') + 1;
        long size = Files.size(runs);
        Random random = new Random(1);
        for (int k = 0; k < 10; k++) {
            try (FileChannel file = FileChannel.open(runs, StandardOpenOption.WRITE)) {
                file.truncate(header + random.nextLong(size - header));
            }
            Files.writeString(killed.resolve("history/.3.csv.1.tmp"), "a remain");

            assertThat(sweep(killed, "--resume").code()).isZero();
            assertSame(24);
        }
    }

    @Test
    void aSweepKilledOnceIsFinished() throws IOException, InterruptedException {
        write(48);
        assertThat(sweep(undisturbed).code()).isZero();

        MfgProcess process = start();
        Path runs = killed.resolve("runs.csv");
        for (long waited = 0; waited < ONE_MINUTE && rows(runs) < 4 && !process.isOverAfter(1); waited++) {
            assertThat(waited).isLessThan(ONE_MINUTE);
        }
        process.kill();
        assertThat(sweep(killed, "--resume").code()).isZero();

        assertSame(48);
    }

    @Test
    @Tag("slow")
    void aSweepKilledTenTimesAtRandomMomentsIsFinished() throws IOException, InterruptedException {
        write(2000);
        assertThat(sweep(undisturbed).code()).isZero();

        Random random = new Random();
        int kills = 0;
        while (kills < 10) {
            MfgProcess process = start();
            if (process.isOverAfter(300 + random.nextInt(1500))) {
                break;
            }
            process.kill();
            kills++;
        }
        assertThat(kills).as("the sweep is long enough to be killed so often").isEqualTo(10);
        assertThat(rows(killed.resolve("runs.csv"))).as("and was not over").isLessThan(2000);
        MfgProcess last = start();
        assertThat(last.isOverAfter(10 * ONE_MINUTE)).isTrue();
        assertThat(last.exitCode()).isZero();

        assertSame(2000);
    }

    private MfgProcess start() throws IOException {
        return MfgProcess.start("sweep", spec.toString(), "--out", killed.toString(), "--resume");
    }

    private static long rows(Path runs) throws IOException {
        return Files.exists(runs) ? Files.readString(runs).lines().count() - 1 : 0;
    }

    private void write(int runs) throws IOException {
        Files.writeString(spec, """
                game: tutorial
                grid: {nodes: 30, steps: 20}
                vary:
                  viscosity: {log: [0.01, 1], count: %d}
                  lambda: [0, 1]
                quantities: [cost, mean(T)]
                """.formatted(runs / 2));
    }

    private CommandRun sweep(Path out, String... options) {
        return CommandRun.of(
                List.of(List.of("sweep", spec.toString(), "--out", out.toString()), List.of(options)).stream()
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private void assertSame(int runs) throws IOException {
        List<Map<String, String>> rows = SweepRows.withoutTimes(killed);
        assertThat(rows).hasSize(runs).isEqualTo(SweepRows.withoutTimes(undisturbed));
        assertThat(killed.resolve("history").toFile().list())
                .hasSize(runs)
                .containsExactlyInAnyOrder(
                        undisturbed.resolve("history").toFile().list());
    }
}
