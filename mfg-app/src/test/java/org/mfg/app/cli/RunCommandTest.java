package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class RunCommandTest {
    @TempDir
    Path folder;

    @Test
    void aConvergedRunWritesEverythingAndExitsWithZero() {
        CommandRun run = run("--no-figures");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("status +CONVERGED")
                .contains("20 nodes, 10 time steps")
                .doesNotContain("\r");
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        ".mfg",
                        "summary.json",
                        "convergence.csv",
                        "density.csv",
                        "value.csv",
                        "solution.npz",
                        "index.html");
    }

    @Test
    void aRunThatDoesNotConvergeWritesEverythingSaysSoAndExitsWithOne() {
        CommandRun run = run("--max-iterations", "1", "--figures", "none");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsPattern("status +MAX_ITERATIONS");
        assertThat(run.err()).startsWith("mfg: no equilibrium (MAX_ITERATIONS): ");
        assertThat(folder.resolve("summary.json")).content().contains("\"status\" : \"MAX_ITERATIONS\"");
        assertThat(folder.resolve("solution.npz")).isNotEmptyFile();
    }

    @Test
    void aCrowdThatStartsInOneCellIsWarnedOf() {
        CommandRun narrow = run("--no-figures", "--no-report", "--concentration", "5000");

        assertThat(narrow.out())
                .containsPattern("warning: the initial density lies in about 1\\.[0-9] cells of axis x");
        assertThat(folder.resolve("summary.json")).content().contains("\"warning\" : \"the initial density lies in");

        CommandRun wide = run("--no-figures", "--no-report");

        assertThat(wide.out()).doesNotContain("warning");
        assertThat(folder.resolve("summary.json")).content().doesNotContain("warning");
    }

    @Test
    void figuresAreDrawnWhenAskedFor() {
        CommandRun run = run("--figures", "convergence,slices");

        assertThat(run.code()).isZero();
        assertThat(folder.resolve("convergence.png")).isNotEmptyFile();
        assertThat(folder.resolve("slices.svg")).isNotEmptyFile();
        assertThat(folder.resolve("density-3d.png")).doesNotExist();
    }

    @Test
    void filesOfAnEarlierRunAreReplacedOrRemovedAndOthersAreKept() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        run("--figures", "slices");
        run("--figures", "data", "--no-report");

        assertThat(folder.toFile().list())
                .contains("notes.txt", "data.png", "data.svg", "summary.json")
                .doesNotContain("slices.png", "slices.svg", "index.html");
    }

    @Test
    void theReportCanBeLeftOut() {
        CommandRun run = run("--no-figures", "--no-report");

        assertThat(run.code()).isZero();
        assertThat(folder.resolve("index.html")).doesNotExist();
    }

    @Test
    void quietPrintsNothing() {
        CommandRun run = run("--quiet", "--no-figures");

        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    }

    private CommandRun run(String... options) {
        String[] common = {"run", "tutorial", "--nx", "20", "--nt", "10", "--out", folder.toString()};
        String[] args = new String[common.length + options.length];
        System.arraycopy(common, 0, args, 0, common.length);
        System.arraycopy(options, 0, args, common.length, options.length);
        return CommandRun.of(args);
    }
}
