package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.app.CommandRun;
import org.mfg.app.MfgProcess;
import org.mfg.app.sweep.SweepRows;
import org.mfg.output.file.ResultFolder;

/** Several commands that write into one folder: one of them does, and the others say so. */
class SharedFolderTest {
    private static final long ONE_MINUTE = 60_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run tutorial",
                "rerun BESIDE/summary.json",
                "compare tutorial",
                "price-of-anarchy tutorial",
                "clear huggett",
                "simulate tutorial",
                "verify systemic-risk",
                "verify",
                "sweep BESIDE/study.yaml"
            })
    void whoeverComesSecondIsToldSoBeforeSolving(String command) throws IOException {
        Path beside = folder.resolve("beside");
        CommandRun.of("run", "tutorial", "--nx=10", "--nt=5", "--no-figures", "--no-report", "--out=" + beside);
        Files.writeString(beside.resolve("study.yaml"), "game: tutorial\nvary:\n  viscosity: [0.1, 0.2]\n");
        Path out = folder.resolve("out");
        try (ResultFolder held = ResultFolder.open(out)) {
            CommandRun run = CommandRun.of((command.replace("BESIDE", beside.toString()) + " --out=" + out).split(" "));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("is writing into " + out, "--out");
            assertThat(run.err().lines()).hasSize(1);
            assertThat(Results.visible(out)).isEmpty();
            assertThat(held.staging()).isEmptyDirectory();
        }
    }

    @Test
    void whatIsWrittenNowCanBeReadAndPlotted() throws IOException {
        Path out = folder.resolve("out");
        CommandRun.of("compare", "tutorial", "--nx=10", "--nt=5", "--vary", "viscosity=0.1,0.2", "--out=" + out);
        try (ResultFolder held = ResultFolder.open(out)) {
            assertThat(CommandRun.of("query", "select count(*) from runs", out.toString())
                            .err())
                    .isEmpty();
            assertThat(CommandRun.of("plot", out.toString(), "--x=viscosity", "--y=iterations")
                            .err())
                    .isEmpty();
            assertThat(held.staging()).isEmptyDirectory();
        }
    }

    @Test
    void aPairOfEachKindIsNeverMixed() throws Exception {
        pairs(1);
    }

    @Test
    @Tag("slow")
    void twentyPairsAreNeverMixed() throws Exception {
        pairs(7);
    }

    private void pairs(int ofEachKind) throws Exception {
        Results results = new Results(folder.resolve("references"));
        for (int k = 0; k < ofEachKind; k++) {
            Path runs = folder.resolve("runs " + k);
            pair(Results.arguments("0.1", runs), Results.arguments("0.3", runs));
            results.assertWhole(runs);

            Path reruns = folder.resolve("reruns " + k);
            pair(Results.arguments("0.1", reruns), new String[] {
                "rerun", folder.resolve("references/0.3/summary.json").toString(), "--out=" + reruns
            });
            results.assertWhole(reruns);

            Path compares = folder.resolve("compares " + k);
            pair(compare("0.1,0.2", compares), compare("0.3,0.4,0.5", compares));
            assertComparedByOne(compares);
        }
    }

    private static String[] compare(String viscosities, Path out) {
        return new String[] {
            "compare", "tutorial", "--nx=20", "--nt=10", "--vary", "viscosity=" + viscosities, "--out=" + out
        };
    }

    /** Starts both at once; at least one succeeds, and the other does so too or says that it may not write. */
    private static void pair(String[] first, String[] second) throws Exception {
        List<MfgProcess> both = List.of(MfgProcess.start(first), MfgProcess.start(second));
        int done = 0;
        for (MfgProcess process : both) {
            assertThat(process.isOverAfter(2 * ONE_MINUTE)).isTrue();
            if (process.exitCode() == 0) {
                done++;
            } else {
                String err = process.err();
                assertThat(process.exitCode()).as(err).isEqualTo(2);
                assertThat(err).contains("is writing into");
                assertThat(err.lines()).hasSize(1);
            }
        }
        assertThat(done).isPositive();
    }

    private static void assertComparedByOne(Path out) throws IOException {
        List<Map<String, String>> rows = SweepRows.of(out, "compare.csv");
        assertThat(rows.stream().map(row -> row.get("viscosity")).collect(Collectors.joining(",")))
                .isIn("0.1,0.2", "0.3,0.4,0.5");
        assertThat(out.resolve("history").toFile().list()).hasSize(rows.size());
        for (Map<String, String> row : rows) {
            assertThat(Files.readAllLines(out.resolve("history/" + row.get("run") + ".csv")))
                    .hasSize(Integer.parseInt(row.get("iterations")) + 2);
        }
    }
}
