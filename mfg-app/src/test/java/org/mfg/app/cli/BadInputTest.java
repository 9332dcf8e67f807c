package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** Bad input is one line that names the field, what was given and what is allowed; exit code 2; nothing written. */
class BadInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tutorial --viscosity -0.01      | viscosity must be >= 0, was -0.01 (--viscosity)
            tutorial --viscosity NaN        | viscosity must be a finite number, was NaN (--viscosity)
            tutorial --viscosity Infinity   | viscosity must be a finite number, was Infinity (--viscosity)
            tutorial --coupling-1-lambda 1  | unknown option '--coupling-1-lambda'; did you mean --lambda?
            tutorial --viscosity a          | viscosity must be a number, was a (--viscosity)
            tutorial --viscosity            | --viscosity must have a value
            tutorial --beta 1               | beta must be > 1, was 1 (--beta)
            tutorial --concentration 1e9    | mass of the initial density must be finite and > 0, was 0.0
            tutorial --nx 1                 | --nx must be >= 3, was 1
            tutorial --nx 10.5              | --nx must be a whole number, was 10.5
            tutorial --nx 1e12              | --nx must be < 2147483647, was 1e12
            tutorial --nt 0                 | --nt must be >= 1, was 0
            tutorial --nx 99999 --nt 99999  | nodes times time levels must be <= 2147483639, was 9999900000
            tutorial --ny 4                 | nodes of axis 2 must not be given: the domain of game tutorial has dimension 1 (--ny)
            tutorial --solver newtom        | unknown solver 'newtom'; did you mean newton?
            tutorial --discretization x     | unknown discretization 'x'
            tutorial --tolerance 0          | tolerance must be > 0, was 0 (--tolerance)
            tutorial --max-iterations 9e15  | max-iterations must be
            tutorial --viscosty 1           | unknown option '--viscosty'; did you mean --viscosity?
            tutorial --figures nonesuch     | unknown figure 'nonesuch'
            tutorial twice                  | one argument too many: 'twice'
            tutorail                        | unknown game 'tutorail'; did you mean tutorial?
            nowhere.yaml                    | game file must exist, was nowhere.yaml
            tutorial --plugins nowhere      | plugins must be a folder with jars, was nowhere
            tutorial --nx 10 --nx 20        | --nx
            """)
    void ofRunIsOneLine(String arguments, String message) throws IOException {
        Path out = folder.resolve("out");
        List<String> args = new ArrayList<>(List.of("run"));
        args.addAll(List.of("--out", out.toString()));
        args.addAll(List.of(arguments.split(" +")));

        assertComplaint(CommandRun.of(args.toArray(new String[0])), message);
        assertThat(out).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run           | GAME-or-FILE.yaml must be given
            list solver   | unknown kind 'solver'; did you mean solvers?
            lost          | unknown command 'lost'; did you mean list?
            --pluggins x  | unknown option '--pluggins'; did you mean --plugins?
            """)
    void ofTheOtherCommandsIsOneLine(String arguments, String message) {
        assertComplaint(CommandRun.of(arguments.split(" +")), message);
    }

    @Test
    void aFileInPlaceOfTheOutputFolderIsFoundBeforeSolving() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "precious");

        assertComplaint(
                CommandRun.of("run", "tutorial", "--out", file.toString()),
                "out must be a folder that can be written to, was " + file);
        assertThat(file).hasContent("precious");
    }

    @Test
    void anOutputFolderThatCannotBeMadeIsFoundBeforeSolving() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");

        assertComplaint(
                CommandRun.of("run", "tutorial", "--out", file.resolve("below").toString()),
                "out must be a folder that can be written to");
        assertThat(CommandRun.of(
                                "run",
                                "tutorial",
                                "--out",
                                file.resolve("below").toString())
                        .err())
                .doesNotContain("Exception");
    }

    @Test
    void aBinaryFileInPlaceOfAGameFileIsSaidToBeNoText() throws IOException {
        Path file = Files.write(folder.resolve("binary.yaml"), new byte[] {0x7f, 'E', 'L', 'F', (byte) 0xff, 1});

        assertComplaint(
                CommandRun.of("run", file.toString()),
                "malformed YAML: the file is not a text in UTF-8 (" + file + ")");
    }

    @Test
    void aPluginThatIsNotAJarIsNotPassedOver() throws IOException {
        Path jar = Files.writeString(folder.resolve("damaged.jar"), "no zip");

        assertComplaint(
                CommandRun.of("list", "--plugins", folder.toString()),
                "plugin must be a jar that can be read, was " + jar);
    }

    private static void assertComplaint(CommandRun run, String message) {
        assertThat(run.err()).startsWith("mfg: ").contains(message);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
