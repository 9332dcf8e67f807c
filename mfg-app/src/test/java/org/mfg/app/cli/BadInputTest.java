package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
            tutorial --nx 10 --nx 20        | --nx must be given once
            tutorial --quiet -q             | --quiet must be given once, but it is there again
            tutorial --no-report --no-report | --no-report must be given once, but it is there again
            tutorial --plugins a --plugins b | --plugins must be given once: a folder with all jars
            tutorial --viscosity=1 --viscosity=2 | --viscosity must be given once, was 1 and 2
            tutorial --beta 2 --beta 2      | --beta must be given once, was 2 and 2
            tutorial --tolerance 1e-3 --tolerance 1e-4 | --tolerance must be given once, was 1e-3 and 1e-4
            tutorial --viscosity=1d         | viscosity must be a number, was 1d (--viscosity)
            tutorial --viscosity=1f         | viscosity must be a number, was 1f (--viscosity)
            tutorial --viscosity=0x1p3      | viscosity must be a number, was 0x1p3 (--viscosity)
            tutorial --nx 0x20              | --nx must be a whole number, was 0x20
            tutorial --nx 20d               | --nx must be a whole number, was 20d
            tutorial --start=               | --start must not be empty
            tutorial --plugins=             | --plugins must not be empty
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run tutorial --out=",
                "compare tutorial --out=",
                "verify --out=",
                "rerun summary.json --out=",
                "sweep sweep.yaml --out=",
                "plot runs.csv --x a --y b --out="
            })
    void anEmptyOutputFolderIsNotTheCurrentOne(String arguments) {
        assertComplaint(CommandRun.of(arguments.split(" ")), "--out must not be empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "rerun", "sweep", "plot --x a --y b", "query select_1"})
    void anEmptyNameOfAFileIsSaidToBeEmpty(String arguments) {
        List<String> args = new ArrayList<>(List.of(arguments.split(" ")));
        args.add("");

        assertComplaint(CommandRun.of(args.toArray(new String[0])), "must not be empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run tutorial --out", "run tutorial --start", "run tutorial --plugins", "rerun"})
    void aNameThatNoFileCanHaveIsToldInOneLine(String arguments) {
        List<String> args = new ArrayList<>(List.of(arguments.split(" ")));
        args.add("a\0b.yaml");

        assertComplaint(CommandRun.of(args.toArray(new String[0])), "must be the name of a file, was 'a\\u0000b.yaml'");
    }

    @Test
    void aLineBreakInWhatWasGivenDoesNotBreakTheMessage() {
        assertComplaint(
                CommandRun.of("run", "tutorial", "--viscosity", "one\ntwo\tthree\u001b[31m"),
                "viscosity must be a number, was one\\ntwo\\tthree\\u001b[31m (--viscosity)");
    }

    @Test
    void whatIsLongerThanALineIsCutInTheMiddle() {
        String given = "1" + "9".repeat(5000) + "z";

        CommandRun run = CommandRun.of("run", "tutorial", "--viscosity", given);

        assertComplaint(run, "viscosity must be a number, was 1999");
        assertThat(run.err()).contains("999z (--viscosity)").hasSizeLessThan(250);
        assertThat(CommandRun.of("run", given).err()).hasSizeLessThan(2000);
        assertThat(CommandRun.of("run", "tutorial", "--" + given).err()).hasSizeLessThan(2000);
        assertThat(CommandRun.of("run", "tutorial", given).err()).hasSizeLessThan(2000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            price-of-anarchy trade-crowding --tolerance 1e-300 --max-iterations 1 --nx 0
            simulate tutorial --agents 0
            compare tutorial --vary lambda=1 --solvers nonesuch
            compare tutorial --vary nodes=10 --vary nx=20
            compare tutorial --nx 20 --vary nodes=10,20
            verify tutorial --nx 4 --discretization nonesuch
            verify tutorial --viscosity -1
            verify --discretization nonesuch
            compare tutorial --nx 20 --vary viscosity=-1
            compare tutorial --nx 20 --vary viscosity=1,0.1 --vary concentration=1e9
            clear tutorial
            clear aiyagari --min-wealth 3
            """)
    void ofEveryCommandItLeavesNoFolder(String arguments) {
        Path out = folder.resolve("folders that/are made/out");
        List<String> args = new ArrayList<>(List.of(arguments.split(" ")));
        args.addAll(List.of("--out", out.toString()));

        CommandRun run = CommandRun.of(args.toArray(new String[0]));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPlotOfWhatIsNotThereLeavesNoFolder() throws IOException {
        Path runs = Files.writeString(folder.resolve("runs.csv"), "run,a,status\n0,1,CONVERGED\n");
        Path out = folder.resolve("made/out");
        for (String more : new String[] {"--x b --y a", "--x a --y b", "--x a --y run --value b", "--x status --y a"}) {
            List<String> args = new ArrayList<>(List.of("plot", runs.toString(), "--out", out.toString()));
            args.addAll(List.of(more.split(" ")));

            assertThat(CommandRun.of(args.toArray(new String[0])).code()).isEqualTo(2);
            assertThat(folder.toFile().list()).containsExactly("runs.csv");
        }
    }

    @Test
    void aFolderThatWasThereIsLeftAsItWas() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        CommandRun.of("compare", "tutorial", "--nx", "20", "--vary", "viscosity=-1", "--out", out.toString());
        assertThat(out).isEmptyDirectory();
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

    @Test
    void aPluginsErrorIsOneLineThatSaysWhereItIs() throws IOException {
        CommandRun recursion = faulty("recursion");
        CommandRun assertion = faulty("assertion");

        assertThat(recursion.err())
                .startsWith("mfg: a defect in the framework or in a plugin: java.lang.StackOverflowError at");
        assertThat(recursion.err()).contains("FaultyGame");
        assertThat(assertion.err()).contains("AssertionError: never").contains("at org.mfg.app.cli.FaultyGame.create");
        for (CommandRun run : List.of(recursion, assertion)) {
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.code()).isEqualTo(70);
        }
    }

    @Test
    void tooLittleMemorySaysHowMuchThereWasAndHowToGiveMore() throws IOException {
        assertComplaint(faulty("memory"), "memory does not suffice: more than ");
        assertThat(faulty("memory").err()).contains("MFG_JAVA_OPTS=-Xmx");
        // Newton's 18 fields of 46000 x 46001 doubles, and picard's 16.
        assertComplaint(
                CommandRun.of("run", "tutorial", "--nx", "46000", "--nt", "46000"),
                "nodes times time levels must be fewer than 2116046000, with which newton needs at least 283.8 GB, of which there is ");
        assertComplaint(
                CommandRun.of("run", "tutorial", "--nx", "46000", "--nt", "46000", "--solver", "picard"),
                "nodes times time levels must be fewer than 2116046000, with which picard needs at least 252.3 GB, of which there is ");
    }

    private CommandRun faulty(String how) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("faulty.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/org.mfg.api.spi.GameProvider"));
            jar.write(FaultyGame.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return CommandRun.of("run", "faulty", "--how", how, "--plugins", folder.toString());
    }

    private static void assertComplaint(CommandRun run, String message) {
        assertThat(run.err()).startsWith("mfg: ").contains(message);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
