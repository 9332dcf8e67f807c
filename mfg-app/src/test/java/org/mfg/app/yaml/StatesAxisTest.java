package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** Chains of states in files. */
class StatesAxisTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void paths() {
        file = folder.resolve("game.yaml");
    }

    @Test
    void upAndDownAreShortForTheMatrixOfNeighbours() throws IOException {
        String matrix = "[[0, 0.5, 0], [1, 0, 2], [0, 0.7, 0]]";
        byte[] expected = solution("rates: " + matrix);
        assertThat(solution("up: [0.5, 2], down: [1, 0.7]")).isEqualTo(expected);
        // The diagonal of a generator is minus the sum of its row.
        assertThat(solution("rates: [[-0.5, 0.5, 0], [1, -3, 2], [0, 0.7, -0.7]]"))
                .isEqualTo(expected);
    }

    @Test
    void theSummaryHasTheMatrix() throws IOException {
        solution("rates: [[0, 0.5, 3], [1, 0, 2], [4, 0.7, 0]]");
        String summary = Files.readString(folder.resolve("o/summary.json")).replaceAll("\\s", "");
        assertThat(summary)
                .contains("\"states\":[\"a\",\"b\",\"c\"],\"rates\":[[0.0,0.5,3.0],[1.0,0.0,2.0],[4.0,0.7,0.0]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates: [[0, 1, 0], [1, 0, -2], [0, 1, 0]] | rate from b to c must be finite and >= 0, was -2.0
            rates: [[0, 1, 0], [1, 0, 2]] | rates must be a list of 3 rows, the rates from each of the states, was a list
            rates: [[0, 1, 0], [1, 0], [0, 1, 0]] | rates must have 3 rates from b, one to each state, was a list
            rates: 3 | rates must be a list of 3 rows, the rates from each of the states, was '3'
            rates: [[0, 1, x], [1, 0, 2], [0, 1, 0]] | rates must be a number, was x
            up: [1, -1], down: [1, 1] | rate from b to c must be finite and >= 0, was -1.0
            up: [1], down: [1, 1] | up must be a list of rates, one for each pair of neighbouring states, was a list
            up: [1, 1] | up and down must be given both or neither, the rates of axis mood
            up: [1, 1], down: [1, 1], rates: [] | rates must not be given beside up and down, which are the same of axis mood
            """)
    void aMistakeIsOneLineWithThePair(String rates, String message) throws IOException {
        game(rates, "horizon: 1");
        CommandRun run = run();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().trim()).isEqualTo("mfg: " + message + " (" + file + ":3)");
    }

    @Test
    void twoRecurrentClassesOfAStationaryGameAreNamed() throws IOException {
        game("rates: [[0, 0, 0], [1, 0, 1], [0, 0, 0]]", "horizon: forever");
        assertThat(run().err().trim())
                .startsWith("mfg: states of axis mood must have one recurrent class in a stationary game, but nobody"
                        + " gets from [a] to [c], or back");
    }

    private byte[] solution(String rates) throws IOException {
        game(rates, "horizon: 1");
        CommandRun run = run();
        assertThat(run.code()).as(run.err()).isZero();
        return Files.readAllBytes(folder.resolve("o/solution.npz"));
    }

    private CommandRun run() {
        return CommandRun.of(
                "run",
                file.toString(),
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("o").toString());
    }

    private void game(String rates, String end) throws IOException {
        Files.writeString(file, """
                domain:
                  x: {lower: 0, upper: 1}
                  mood: {states: [a, b, c], %s}
                %s
                viscosity: 0.05
                hamiltonian: quadratic
                couplings: [{name: power, lambda: 0.5}]
                running-cost: (x - 0.2*mood)^2
                initial-density: "1"
                grid: {nodes: 21%s}
                """.formatted(rates, end, end.equals("horizon: 1") ? ", steps: 5" : ""));
    }
}
