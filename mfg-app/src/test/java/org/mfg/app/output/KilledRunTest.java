package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.app.MfgProcess;

/** A run over an old result that dies, whenever it dies, leaves the old result or the new one. */
class KilledRunTest {
    private static final long ONE_MINUTE = 60_000;

    @TempDir
    Path folder;

    private Results results;
    private Path out;

    @BeforeEach
    void references() {
        results = new Results(folder.resolve("references"));
        out = folder.resolve("out");
        assertThat(CommandRun.of(Results.arguments(Results.VISCOSITIES.get(0), out))
                        .code())
                .isZero();
    }

    @Test
    void aRunKilledThreeTimesLeavesOneWholeResult() throws Exception {
        killed(3);
    }

    @Test
    @Tag("slow")
    void aRunKilledFiftyTimesLeavesOneWholeResult() throws Exception {
        killed(50);
    }

    /** In turn: when files begin to be exchanged, while they are written, and at any time. */
    private void killed(int times) throws Exception {
        Random random = new Random();
        int died = 0;
        for (int k = 0; k < times; k++) {
            MfgProcess process = MfgProcess.start(Results.arguments(Results.VISCOSITIES.get((k + 1) % 2), out));
            switch (k % 3) {
                case 0 -> await(process, out.resolve(".mfg/ready"));
                case 1 -> {
                    await(process, out.resolve(".mfg/new/convergence.csv"));
                    process.isOverAfter(random.nextInt(400));
                }
                default -> process.isOverAfter(random.nextInt(3000));
            }
            died += process.isAlive() ? 1 : 0;
            process.kill();

            if (Files.exists(out.resolve("summary.json")) && !Files.exists(out.resolve(".mfg/ready"))) {
                results.assertWhole(out);
            }
            // Any reader finishes what has been begun.
            assertThat(CommandRun.of("query", "select count(*) from summaries", out.toString(), "--csv")
                            .out()
                            .strip())
                    .endsWith("1");
            results.assertWhole(out);
        }
        assertThat(died).as("runs that were killed before their end").isPositive();

        assertThat(CommandRun.of(Results.arguments(Results.VISCOSITIES.get(0), out))
                        .code())
                .isZero();
        results.assertWhole(out);
        assertThat(out.resolve(".mfg").toFile().list()).containsExactlyInAnyOrder("lock", "run.files");
    }

    private static void await(MfgProcess process, Path file) throws IOException {
        long start = System.nanoTime();
        while (process.isAlive() && !Files.exists(file)) {
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(ONE_MINUTE);
        }
    }
}
