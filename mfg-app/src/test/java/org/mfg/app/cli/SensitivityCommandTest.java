package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.output.npz.NpzFile;

class SensitivityCommandTest {
    @TempDir
    Path folder;

    @Test
    void derivativesArePrintedAndWritten() throws IOException {
        CommandRun run = sensitivity("--of", "mean(T)", "--of", "integral(m^2)", "--to", "lambda,target");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("mean\\(T\\) +0\\.\\d+ +lambda +0\\.5")
                .containsPattern("integral\\(m\\^2\\) +\\d\\.\\d+ +target")
                .contains("Tangent and adjoint agree to ");
        JsonNode rows = new ObjectMapper()
                .readTree(folder.resolve("sensitivity.json").toFile())
                .get("derivatives");
        assertThat(rows).hasSize(4);
        JsonNode first = rows.get(0);
        double derivative = first.get("derivative").asDouble();
        assertThat(first.get("by-adjoint").asDouble()).isCloseTo(derivative, within(1e-8));
        assertThat(first.get("elasticity").asDouble())
                .isCloseTo(0.5 / first.get("value").asDouble() * derivative, within(1e-12));
        try (NpzFile npz = NpzFile.open(folder.resolve("sensitivity.npz"))) {
            assertThat(npz.shape("dm_lambda")).containsExactly(11, 20);
            assertThat(npz.shape("du_target")).containsExactly(11, 20);
        }
        assertThat(folder.resolve("sensitivity-density.png")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeDifferentiatedIsSaidInALine() {
        assertThat(sensitivity("--to", "lamda").err()).contains("did you mean lambda?");
        assertThat(sensitivity("--of", "mean(x)").err()).contains("unknown quantity 'mean(x)'");
        assertThat(sensitivity("--of", "integral(m*z)").err()).contains("unknown name 'z'");
        assertThat(sensitivity("--of", "integral(m, 3)").err())
                .contains("time of quantity must be T, or from 0 to 1.0");
        assertThat(CommandRun.of("sensitivity", "tutorial", "--clear").err()).contains("has no market that could clear");
    }

    @Test
    void pricesMoveSoThatAMarketGoesOnClearing() {
        CommandRun run = CommandRun.of(
                "sensitivity", "aiyagari", "--clear", "--to", "tfp", "--nx", "100", "--out", folder.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("interest-rate +0\\.04\\d+ +tfp +0\\.1")
                .containsPattern("capital +0\\.\\d+ +tfp");
        assertThat(CommandRun.of("sensitivity", "aiyagari", "--clear", "--to", "interest-rate", "--nx", "100").err())
                .contains("parameters must not be prices");
    }

    @Test
    void equilibriaOfAGameWithSeveralAreListedWithoutAClaim() throws IOException {
        Path file = folder.resolve("torus.yaml");
        Files.writeString(file, """
                domain:
                  x: {lower: 0, upper: 1, boundary: periodic}
                horizon: forever
                viscosity: 0.5
                hamiltonian: quadratic
                couplings: [{name: power, lambda: -12, gamma: 1}]
                running-cost: 0.5*cos(2*pi*x)
                grid: {nodes: 60}
                """);
        CommandRun run = CommandRun.of(
                "equilibria",
                file.toString(),
                "--quantity",
                "rho",
                "--starts",
                "2",
                "--out",
                folder.resolve("out").toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("-15\\.\\d+ .* stable")
                .contains("unstable")
                .contains("Found 3 from 2 starts. There may be more: that a search finds no other proves nothing.");
        assertThat(folder.resolve("out/equilibria.csv")).content().startsWith("number,rho,residual,");
        assertThat(folder.resolve("out/equilibrium-3.npz")).isNotEmptyFile();
        assertThat(folder.resolve("out/equilibria.png")).isNotEmptyFile();
    }

    /** Two populations of equal start: mixed, and parted to either side, at the same cost. */
    @Test
    void segregationHasThreeEquilibriaTwoOfThemMirrorImages() throws IOException {
        CommandRun run = CommandRun.of(
                "equilibria",
                "segregation",
                "--tilt",
                "0",
                "--nx",
                "41",
                "--nt",
                "40",
                "--starts",
                "4",
                "--quantity",
                "cost",
                "--quantity",
                "integral(x*(1-population)*m, T)",
                "--out",
                folder.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Found 3 from 4 starts.");
        JsonNode found = new ObjectMapper()
                .readTree(folder.resolve("equilibria.json").toFile())
                .get("equilibria");
        assertThat(found.get(0).get("growth").asDouble()).isGreaterThan(1);
        assertThat(found.get(1).get("growth").asDouble()).isLessThan(1);
        double cost = found.get(1).get("cost").asDouble();
        assertThat(found.get(2).get("cost").asDouble()).isCloseTo(cost, within(1e-8));
        String reds = "integral(x*(1-population)*m, T)";
        assertThat(found.get(1).get(reds).asDouble() + found.get(2).get(reds).asDouble())
                .isCloseTo(0.5, within(1e-8));
    }

    @Test
    void aRunTellsQuantitiesThatAreAskedFor() throws IOException {
        CommandRun run = CommandRun.of(
                "run",
                "tutorial",
                "--nx",
                "20",
                "--nt",
                "10",
                "--quantity",
                "mean(T)",
                "--quantity",
                "integral(m, 0.5)",
                "--no-figures",
                "--no-report",
                "--out",
                folder.toString());

        assertThat(run.out())
                .containsPattern("mean\\(T\\) +0\\.5\\d+")
                .containsPattern("integral\\(m, 0.5\\) +1\\.0000");
        JsonNode told = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .get("statistics");
        assertThat(told.get("integral(m, 0.5)").asDouble()).isCloseTo(1, within(1e-12));
    }

    private CommandRun sensitivity(String... options) {
        String[] common = {"sensitivity", "tutorial", "--nx", "20", "--nt", "10", "--out", folder.toString()};
        String[] args = new String[common.length + options.length];
        System.arraycopy(common, 0, args, 0, common.length);
        System.arraycopy(options, 0, args, common.length, options.length);
        return CommandRun.of(args);
    }
}
