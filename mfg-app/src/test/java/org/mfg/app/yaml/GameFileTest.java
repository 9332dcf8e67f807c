package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

class GameFileTest {
    private static final Path TUTORIAL = Path.of("../mfg-examples/tutorial.yaml");

    @TempDir
    Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void paths() {
        file = folder.resolve("game.yaml");
        out = folder.resolve("out");
    }

    @Test
    void theTutorialAsAFileGivesTheSameNumbers() {
        run("tutorial", "a");
        run(TUTORIAL.toString(), "b");

        assertThat(folder.resolve("a/solution.npz")).hasSameBinaryContentAs(folder.resolve("b/solution.npz"));
    }

    @Test
    void aKnownGameWithParametersGivesTheSameNumbersAsOptions() throws IOException {
        Files.writeString(
                file, "game: tutorial\nparameters: {viscosity: 0.02, lambda: 1}\ngrid: {nodes: 20, steps: 10}\n");
        run(file.toString(), "a");
        run("tutorial", "b", "--viscosity", "0.02", "--lambda", "1", "--nx", "20", "--nt", "10");

        assertThat(folder.resolve("a/solution.npz")).hasSameBinaryContentAs(folder.resolve("b/solution.npz"));
    }

    @Test
    void optionsOverrideTheFile() throws IOException {
        run("tutorial", "a", "--viscosity", "0.02", "--gamma", "2", "--target", "0.6", "--nx", "20", "--nt", "10");
        String formula = "0.5*(x-0.6)*(x-0.6)";
        run(
                TUTORIAL.toString(),
                "b",
                "--viscosity",
                "0.02",
                "--gamma",
                "2",
                "--terminal-cost",
                formula,
                "--nx",
                "20",
                "--nt",
                "10");

        assertThat(folder.resolve("a/solution.npz")).hasSameBinaryContentAs(folder.resolve("b/solution.npz"));
    }

    @Test
    void aParameterOfTwoPartsCarriesThePartsName() throws IOException {
        tutorialWith(25, "  - {name: power, lambda: 0.5, gamma: 1}\n  - {name: power, lambda: 2, gamma: 3}");

        assertThat(CommandRun.of("run", file.toString(), "--help").out())
                .contains("--coupling-1-lambda=<real>", "--coupling-2-gamma=<real>")
                .containsPattern("--coupling-2-lambda=<real> +.*default 2\\)");
    }

    @Test
    void thatNameWithoutThePartIsAnErrorWhichTellsIt() throws IOException {
        tutorialWith(25, "  - {name: power, lambda: 0.5, gamma: 1}\n  - {name: power, lambda: 2, gamma: 3}");

        assertThat(CommandRun.of("run", file.toString(), "--lambda", "1").err())
                .startsWith("mfg: unknown option '--lambda'; did you mean --coupling-1-lambda?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            18 | viscosity: -1                             | viscosity must be >= 0, was -1 (FILE:18)
            18 | viscosity: .nan                           | viscosity must be a number, was .nan (FILE:18)
            18 | viscosity: NaN                            | viscosity must be a finite number, was NaN (FILE:18)
            18 | viscosity:                                | viscosity must be a value, was empty (FILE:18)
            18 | viscosity: [1, 2]                         | viscosity must be a number, a formula, or one for each axis, was a list (FILE:18)
            18 | viscosty: 1                               | unknown key 'viscosty'; did you mean viscosity?
            18 | horizon: 2                                | horizon is given twice, first at FILE:17 (FILE:18)
            18 | # none                                    | viscosity is missing (FILE:9)
            18 | viscosity: {                              | malformed YAML:
            18 | viscosity: *nowhere                       | malformed YAML: found undefined alias
            18 | `\tviscosity: 1`                         | malformed YAML
            9  | name: ../up                               | name must be letters, digits, '.', '_' and '-', was '../up' (FILE:9)
            14 | `  x: {lower: 0, upper: 1, boundary: wall}` | boundary must be one of no-flux, state-constraint, periodic, exit, was wall (FILE:14)
            14 | `  x: {lower: 0, upper: 0}`                 | upper end of axis x must be finite and above the lower end 0.0, was 0.0 (FILE:14)
            14 | `  x: {lower: 0}`                           | upper is missing (FILE:14)
            14 | `  x: {lower: 0, upper: 1, exit-cost: 1}`   | exit-cost must not be given where no side is an exit (FILE:14)
            14 | `  x: {lower: 0, upper: 1, lower-boundary: periodic}` | must be periodic at both ends or at neither (FILE:14)
            14 | `  t: {lower: 0, upper: 1}`                 | name of an axis must be a word other than t, u, m, e and pi, was 't' (FILE:14)
            21 | hamiltonian: quadratc                     | unknown hamiltonian 'quadratc'; did you mean quadratic?
            21 | hamiltonian: {name: power, bta: 3}        | unknown parameter of hamiltonian power 'bta'; did you mean beta?
            21 | hamiltonian: {name: power, beta: 1}       | beta must be > 1, was 1 (FILE:21)
            21 | hamiltonian: {beta: 3}                    | name is missing (FILE:21)
            21 | hamiltonian: [power]                      | hamiltonian must be a map of keys and values, was a list (FILE:21)
            25 | `  - {name: powr}`                          | unknown coupling 'powr'; did you mean power?
            29 | running-cost: sin(y)                      | running-cost 'sin(y)' cannot be read: unknown name 'y'
            30 | terminal-cost: 0.5*(x-0.7                 | terminal-cost '0.5*(x-0.7' cannot be read
            32 | initial-density: 0*x                      | mass of the initial density must be finite and > 0, was 0.0: it is 0 at every node, as what is narrower than a cell of the grid may be (FILE:32)
            32 | initial-density: x-0.5                    | initial density must be finite and >= 0 everywhere, was -0.5 at [0.0] (FILE:32)
            32 | initial-density: log(x-0.5)               | initial density must be finite and >= 0 everywhere, was NaN at [0.0] (FILE:32)
            35 | grid: {nodes: 1}                          | nodes must be >= 3 and <= 268435456, was 1 (FILE:35)
            35 | grid: {nodes: [10, 10]}                   | grid must have nodes
            35 | grid: {steps: 1.5}                        | steps must be a whole number, was 1.5 (FILE:35)
            35 | grid: 100                                 | grid must be a map of keys and values, was '100' (FILE:35)
            38 | solver: newtom                            | unknown solver 'newtom'; did you mean newton?
            38 | solver: {name: newton, tolerance: 0}      | tolerance must be > 0, was 0 (FILE:38)
            39 | discretization: downwind                  | unknown discretization 'downwind' (known:
            9  | game: tutorial                            | domain must not be given beside game, which has its own: a game that is put together in the file has a hamiltonian instead (FILE:14)
            """)
    void aMistakeIsOneLineWithItsPlace(int line, String replacement, String message) throws IOException {
        tutorialWith(line, replacement);

        assertComplaint(message.replace("FILE", file.toString()));
    }

    @Test
    void aFileThatIsNotYamlIsOneLine() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2});
        assertComplaint("malformed YAML");
        Files.writeString(file, "");
        assertComplaint("the file is empty");
        Files.writeString(file, "just a text");
        assertComplaint("must be a map of keys and values");
        Files.writeString(file, "game: tutorial\n---\ngame: tutorial\n");
        assertComplaint("malformed YAML: but found another document");
    }

    @Test
    void bombsAreRefusedAtOnce() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        IntStream.range(1, 40)
                .forEach(k -> bomb.append("a" + k + ": &a" + k + " [*a" + (k - 1) + ", *a" + (k - 1) + "]\n"));
        Files.writeString(file, bomb);
        assertComplaint("malformed YAML: Number of aliases");
        Files.writeString(file, "name: " + "[".repeat(5000));
        assertComplaint("malformed YAML");
        Files.writeString(file, "name: " + "x".repeat(2_000_000));
        assertComplaint("game file must be at most 1048576 bytes");
        Files.writeString(file, "name: !!java.net.URL [\"file:/x\"]\n");
        assertComplaint("malformed YAML: Global tag is not allowed");
    }

    @Test
    void twoDimensionsAndExitsAreWritten() throws IOException {
        Files.writeString(file, """
                name: room
                domain:
                  x: {lower: 0, upper: 1, lower-boundary: no-flux, upper-boundary: exit, exit-cost: 0.1}
                  y: {lower: 0, upper: 2, boundary: periodic}
                horizon: 0.5
                viscosity: 0.1
                hamiltonian: quadratic
                running-cost: 1 + t*sin(pi*y)
                initial-density: 1 + 0*x*y
                grid: {nodes: [6, 8], steps: 4}
                """);

        CommandRun help = CommandRun.of("run", file.toString(), "--help");
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("first axis (>= 3, default 6)", "second axis (>= 3, default 8)");
    }

    private void tutorialWith(int line, String replacement) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(TUTORIAL));
        lines.set(line - 1, replacement);
        Files.write(file, lines);
    }

    private void run(String game, String name, String... options) {
        List<String> args = new ArrayList<>(List.of(
                "run", game, "--no-figures", "--out", folder.resolve(name).toString()));
        args.addAll(List.of(options));
        CommandRun run = CommandRun.of(args.toArray(new String[0]));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    private void assertComplaint(String message) {
        CommandRun run = CommandRun.of("run", file.toString(), "--out", out.toString());
        assertThat(run.err()).startsWith("mfg: ").contains(message).contains(file.toString());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }
}
