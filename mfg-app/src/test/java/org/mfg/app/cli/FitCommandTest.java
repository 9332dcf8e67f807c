package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class FitCommandTest {
    @TempDir
    Path folder;

    private Path game(String name, String cost) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, """
                domain: {x: {lower: 0, upper: 1, boundary: no-flux}}
                horizon: 1
                viscosity: 0.1
                hamiltonian: quadratic
                couplings: [power]
                running-cost: %s
                initial-density: exp(-5*(x-0.3)^2)
                grid: {nodes: 21, steps: 10}
                """.formatted(cost));
        return file;
    }

    private CommandRun fit(Path game, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "fit",
                game.toString(),
                "--data",
                folder.resolve("true/solution.npz").toString(),
                "--running-cost",
                "--out",
                folder.resolve("fit").toString()));
        all.addAll(List.of(options));
        return CommandRun.of(all.toArray(new String[0]));
    }

    @Test
    void aRunningCostIsFoundFromADensity() throws IOException {
        CommandRun.of(
                "run",
                game("true.yaml", "0.5*cos(2*pi*x)").toString(),
                "--out",
                folder.resolve("true").toString());
        Path known = game("known.yaml", "0");
        CommandRun run = fit(known, "--noise", "0.001");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("231 observations, residuals of .*, regularization .* games solved");
        List<String> rows = Files.readAllLines(folder.resolve("fit/running-cost.csv"));
        assertThat(rows.get(0)).isEqualTo("x,running-cost");
        for (int i = 0; i <= 20; i++) {
            double[] row = Arrays.stream(rows.get(i + 1).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(row[1]).isCloseTo(0.5 * Math.cos(2 * Math.PI * row[0]), within(0.05));
        }
        assertThat(folder.resolve("fit/running-cost.png")).isNotEmptyFile();
        assertThat(folder.resolve("fit/fit-regularization.png")).isNotEmptyFile();
        assertThat(folder.resolve("fit/fit-residuals.png")).isNotEmptyFile();
        assertThat(fit(known, "--noise", "0.1", "--regularization", "1").err())
                .contains("--noise must come without --regularization");
        assertThat(fit(known, "--noise", "-1").err()).contains("noise must be > 0");
    }

    /** Of a fine grid's own density, on a tenth of the intervals. */
    @Test
    void aGridThatMovesAParameterIsNamed() throws IOException {
        Path game = game("true.yaml", "0.5*cos(2*pi*x)");
        String data = folder.resolve("true").toString();
        CommandRun.of("run", game.toString(), "--nx", "201", "--nt", "100", "--out", data);
        CommandRun run = CommandRun.of(
                "fit",
                game.toString(),
                "--data",
                data + "/solution.npz",
                "--parameters",
                "viscosity",
                "--out",
                folder.resolve("fit").toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).containsPattern("warning: the grid moves viscosity by about -.*standard errors: ");
        assertThat(run.out()).contains("by the grid");
        assertThat(folder.resolve("fit/fit.csv")).content().contains(",by-the-grid");
        assertThat(folder.resolve("fit/fit.json")).content().contains("\"by-the-grid\" : -");
    }
}
