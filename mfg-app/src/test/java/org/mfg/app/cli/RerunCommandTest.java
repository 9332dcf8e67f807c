package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

class RerunCommandTest {
    @TempDir
    Path folder;

    @Test
    void aNamedGameGivesTheSameNumbers() {
        run(
                "run",
                "tutorial",
                "--viscosity",
                "0.02",
                "--nx",
                "20",
                "--nt",
                "15",
                "--solver",
                "anderson",
                "--mixing",
                "0.2");
        rerun();
    }

    @Test
    void aGameFromAFileGivesTheSameNumbersWhenTheFileIsGone() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.copy(Path.of("../mfg-examples/tutorial.yaml"), file);
        run(
                "run",
                file.toString(),
                "--viscosity",
                "0.03",
                "--nx",
                "21",
                "--nt",
                "15",
                "--discretization",
                "crank-nicolson");
        Files.delete(file);
        rerun();
    }

    @Test
    void dataOfAGameFileAreFoundFromWhereTheFileWas() throws IOException {
        Files.createDirectories(folder.resolve("games"));
        Files.writeString(folder.resolve("start.csv"), "x,m\n0,1\n0.5,3\n1,1\n");
        Path file = folder.resolve("games/mine.yaml");
        Files.writeString(file, """
                domain: {x: {lower: 0, upper: 1}}
                horizon: 1
                viscosity: 0.1
                hamiltonian: quadratic
                initial-density: {file: ../start.csv}
                """);
        run("run", file.toString(), "--nx", "11", "--nt", "5");
        Files.delete(file);
        rerun();
    }

    @Test
    void whatIsNoSummaryIsToldInALine() throws IOException {
        assertComplaint(folder.resolve("none.json"), "summary must be a file that exists");
        Path file = folder.resolve("summary.json");
        Files.writeString(file, "{\"problem\":");
        assertComplaint(file, "malformed JSON");
        Files.writeString(file, "{\"problem\": {\"game\": 3}}");
        assertComplaint(file, "summary must be one that mfg run wrote, but its game is missing or not as it was");
        Files.writeString(file, "[]");
        assertComplaint(file, "summary must be a JSON object");
    }

    /** Each breaks one thing in a summary that mfg run wrote. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "game" : "tutorial"        | "game" : "../../x"       | game must be letters, digits, '.', '_' and '-', was '../../x'
            "game" : "tutorial"        | "game" : "a\\u0000b"   | game must be letters, digits, '.', '_' and '-', was 'a\\u0000b'
            "game" : "tutorial"        | "game" : ["tutorial"]    | its game is missing or not as it was
            "viscosity" : 0.01,        | "viscosity" : [1, 2],    | viscosity must be a number
            "viscosity" : 0.01,        | "viscosity" : {},        | viscosity must be a number
            "viscosity" : 0.01,        | "viscosity" : null,      | viscosity must be a number, was null
            "viscosity" : 0.01,        | "viscosity" : 1e999,     | viscosity must be a finite number
            "viscosity" : 0.01,        | "viscosity" : 1, "viscosity" : 2, | malformed JSON: Duplicate field 'viscosity'
            "steps" : 15               | "steps" : 15.5           | its steps is missing or not as it was
            "steps" : 15               | "steps" : -1             | grid must have numbers of nodes and steps, was -1
            "name" : "newton"          | "name" : 3               | its name is missing or not as it was
            "solver" : {               | "game-file" : 3, "solver" : { | its game-file is missing or not as it was
            "solver" : {               | "game-file" : "a: [", "game-folder" : "a", "solver" : { | malformed YAML
            "solver" : {               | "game-file" : "a: 1", "game-folder" : "a\\u0000", "solver" : { | game-folder must be the path of a folder, was a\\u0000
            """)
    void aStrangersSummaryIsCheckedInEveryField(String written, String instead, String message) throws IOException {
        run("run", "tutorial", "--nx", "20", "--nt", "15");
        String summary = Files.readString(folder.resolve("first/summary.json"));
        assertThat(summary).contains(written);
        Path file = folder.resolve("strange.json");
        Files.writeString(file, summary.replace(written, instead));
        assertComplaint(file, message);
        Files.writeString(file, summary + "and more");
        assertComplaint(file, "malformed JSON");
        Files.writeString(file, summary + "{}");
        assertComplaint(file, "malformed JSON");
    }

    @Test
    void aGameFileInASummaryDoesNotSayWhereToWrite() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.copy(Path.of("../mfg-examples/tutorial.yaml"), file);
        run("run", file.toString(), "--nx", "20", "--nt", "15");
        Path summary = folder.resolve("first/summary.json");
        String text = Files.readString(summary);
        Files.writeString(summary, text.replaceFirst("\"game\" : \"[^\"]*\"", "\"game\" : \"../../x\""));

        assertComplaint(summary, "game must be letters, digits, '.', '_' and '-', was '../../x'");
        assertThat(Path.of("out/../../x-rerun")).doesNotExist();
    }

    private void run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 4);
        all[args.length] = "--no-figures";
        all[args.length + 1] = "--no-report";
        all[args.length + 2] = "--out";
        all[args.length + 3] = folder.resolve("first").toString();
        assertThat(CommandRun.of(all).code()).isZero();
    }

    private void rerun() {
        CommandRun run = CommandRun.of(
                "rerun",
                folder.resolve("first").toString(),
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("second").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("second/solution.npz")).hasSameBinaryContentAs(folder.resolve("first/solution.npz"));
        assertThat(folder.resolve("second/summary.json")).content().contains("\"commit\"");
    }

    private static void assertComplaint(Path file, String message) {
        CommandRun run = CommandRun.of("rerun", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }
}
