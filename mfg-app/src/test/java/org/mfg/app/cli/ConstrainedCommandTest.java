package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.output.npz.NpyArray;
import org.mfg.output.npz.NpzFile;

/** Target densities and ceilings from the command line and in files. */
class ConstrainedCommandTest {
    @TempDir
    Path folder;

    @Test
    void aCrowdGetsToItsTarget() {
        CommandRun run = run("run", "planning", "--nx", "24", "--nt", "24");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("target missed +\\d\\.\\d+e-(09|1\\d)");
        assertThat(folder.resolve("summary.json")).content().contains("\"target-missed\" : ");
        assertThat(folder.resolve("data.png")).isNotEmptyFile();
        assertThat(folder.resolve("index.html")).content().contains("<msub><mi>m</mi><mi>T</mi></msub>");
    }

    /** A bump moves by 0.4, so that the square is 0.16 but for what is left of the crowd elsewhere. */
    @Test
    void theDistanceToATargetIsAQuantity() {
        CommandRun run = run(
                "run",
                "planning",
                "--nx",
                "32",
                "--nt",
                "32",
                "--viscosity",
                "0",
                "--lambda",
                "0",
                "--quantity",
                "transport",
                "--no-figures");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("transport +0\\.1[56]");
    }

    @Test
    void aCeilingHasAPressureInFilesAndFigures() throws IOException {
        CommandRun run = run("run", "ceiling", "--nx", "24", "--nt", "24");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("above ceiling +0\\.000e\\+00").contains("pressure gap");
        assertThat(folder.resolve("summary.json")).content().contains("\"pressure-gap\" : ");
        assertThat(folder.resolve("pressure-heatmap.png")).isNotEmptyFile();
        assertThat(folder.resolve("index.html")).content().contains("f includes the pressure P");
        try (NpzFile solution = NpzFile.open(folder.resolve("solution.npz"))) {
            NpyArray pressure = solution.array("pressure");
            assertThat(pressure.shape()).containsExactly(25, 24);
            assertThat(Arrays.stream(pressure.values()).max().orElse(0)).isGreaterThan(1);
        }
    }

    @Test
    void aFileHasATargetAndACeiling() throws IOException {
        Path file = file("target-density: 0.2 + x", "ceiling: 2.5 - 0.5*t");
        CommandRun run = run("run", file.toString(), "--ceiling", "1.9", "--no-figures");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("target missed", "pressure gap");
        CommandRun agents = run("simulate", file.toString(), "--agents", "500");
        assertThat(agents.code()).as(agents.err()).isZero();
    }

    @Test
    void dataOfAFileMayBeTheTarget() throws IOException {
        Files.writeString(folder.resolve("target.csv"), "x,m\n0,1\n0.5,2\n1,1\n");
        Path file = file("target-density: {file: target.csv}", "");
        CommandRun run = run("run", file.toString(), "--no-figures");
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedInALine() throws IOException {
        Map<String[], String> refusals = Map.of(
                new String[] {"run", "planning", "--solver", "picard"},
                "solver must be newton or admm for a game with a target density",
                new String[] {"run", "planning", "--discretization", "crank-nicolson"},
                "target density must not be given for crank-nicolson",
                new String[] {"price-of-anarchy", "ceiling"},
                "game ceiling must have neither a target density nor a ceiling for mean field control",
                new String[] {"run", "ceiling", "--ceiling", "0.9"},
                "ceiling must leave more room than the whole crowd takes",
                new String[] {"run", "ceiling", "--ceiling", "2"},
                "ceiling must be at least the initial density",
                new String[] {"run", "planning", "--figures", "pressure-heatmap"},
                "figure pressure-heatmap must be drawn of a game on a line with a ceiling",
                new String[] {"run", "ceiling", "--nx", "5000", "--nt", "60"},
                "grid must have nodes^2 times (steps + 4) of at most 2.5e8",
                new String[] {"run", file("target-density: x - 0.5", "").toString()},
                "target density must be finite and >= 0 everywhere");
        refusals.forEach((arguments, message) -> {
            CommandRun run = run(arguments);
            assertThat(run.err()).contains(message).hasLineCount(1);
            assertThat(run.code()).isEqualTo(2);
        });
        assertThat(run("run", file("target-density: 1 + x", "terminal-cost: x").toString())
                        .err())
                .contains("terminal-cost must not be given with a target-density, which takes its place")
                .contains("game.yaml:6");
        assertThat(run("run", file("ceiling: 2", "").toString(), "--horizon", "forever")
                        .code())
                .isEqualTo(2);
    }

    private CommandRun run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--out";
        all[args.length + 1] = folder.toString();
        return CommandRun.of(all);
    }

    private Path file(String first, String second) throws IOException {
        Path file = folder.resolve("game.yaml");
        Files.writeString(file, """
                domain: {x: {lower: 0, upper: 1}}
                horizon: 1
                viscosity: 0.05
                hamiltonian: quadratic
                %s
                %s
                initial-density: 1.2 - x
                grid: {nodes: 20, steps: 16}
                """.formatted(first, second));
        return file;
    }
}
