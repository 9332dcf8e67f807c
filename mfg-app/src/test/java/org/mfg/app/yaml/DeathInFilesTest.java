package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** Agents who die and are replaced, in files. */
class DeathInFilesTest {
    @TempDir
    Path folder;

    private CommandRun run(String death, String horizon, String... options) throws IOException {
        Path file = folder.resolve("game.yaml");
        Files.writeString(file, """
                domain:
                  x: {lower: 0, upper: 1}
                horizon: %s
                viscosity: 0.1
                hamiltonian: quadratic
                couplings: [{name: power, lambda: 0.5}]
                running-cost: x^2
                initial-density: "1"
                death: %s
                grid: {nodes: 21}
                """.formatted(horizon, death));
        String[] all = new String[options.length + 4];
        all[0] = "run";
        all[1] = file.toString();
        all[2] = "--out";
        all[3] = folder.resolve("out").toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return CommandRun.of(all);
    }

    @Test
    void aFileMakesAgentsMortalAndOptionsChangeIt() throws IOException {
        for (String horizon : new String[] {"forever", "3"}) {
            assertThat(run("{rate: 0.1, newborn: exp(-50*x^2)}", horizon).code())
                    .isZero();
            assertThat(folder.resolve("out/summary.json")).content().contains("\"death-rate\" : 0.1");
            assertThat(folder.resolve("out/index.html")).content().contains("newborns of the density");
            assertThat(run(
                                    "{rate: 0.1, newborn: exp(-50*x^2)}",
                                    horizon,
                                    "--death-rate",
                                    "0.2",
                                    "--newborn-density",
                                    "1")
                            .code())
                    .isZero();
            assertThat(folder.resolve("out/summary.json")).content().contains("\"death-rate\" : 0.2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {rate: 0, newborn: 1} | death-rate must be > 0, was 0
            {newborn: 1} | rate is missing
            {rate: 0.1} | newborn is missing
            {rate: 0.1, newborn: 1, age: 3} | unknown key of death 'age'; did you mean rate? (known: rate, newborn)
            {rate: 0.1, newborn: -1} | newborn density must be finite and >= 0 everywhere
            0.1 | death must be a map of keys and values, was '0.1'
            """)
    void aMistakeIsOneLine(String death, String message) throws IOException {
        CommandRun run = run(death, "forever");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("mfg: " + message)
                .contains("game.yaml:9")
                .hasLineCount(1);
    }
}
