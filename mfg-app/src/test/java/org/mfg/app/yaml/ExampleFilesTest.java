package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.app.CommandRun;

/** The game files that readers start from. Those of the plugin project are run by the test of the plugin. */
class ExampleFilesTest {
    private static final Path EXAMPLES = Path.of("../mfg-examples");

    @TempDir
    Path folder;

    static List<Path> games() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(EXAMPLES), Files.list(EXAMPLES.resolve("games")))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("sweep.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyGameFileGivesAnEquilibriumWithItsFigures(Path game) {
        CommandRun run = CommandRun.of("run", game.toString(), "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("convergence.png")).isNotEmptyFile();
    }

    @Test
    void theStyleOfAPaperDrawsTheTutorial() {
        String style = EXAMPLES.resolve("styles/paper.yaml").toString();
        CommandRun run = CommandRun.of("run", "tutorial", "--style", style, "--no-report", "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("slices.pdf")).isNotEmptyFile();
        assertThat(folder.resolve("slices.svg")).doesNotExist();
    }

    /** The rate of {@code ClearCommandTest}'s economy, which an independent program finds too. */
    @Test
    void theEconomyOfTheSavingsFileIsCleared() throws IOException {
        CommandRun run = CommandRun.of(
                "clear",
                EXAMPLES.resolve("games/savings.yaml").toString(),
                "--no-figures",
                "--no-report",
                "--out",
                folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("interest-rate +0\\.04760301\n");
        assertThat(Files.readString(EXAMPLES.resolve("../docs/economies.md")))
                .contains(
                        Files.readString(EXAMPLES.resolve("games/savings.yaml")).replaceFirst("(?s).*?\n\n", ""));
    }

    /** Both markets: what the state gives is what it takes, as docs/economies.md says. */
    @Test
    void theMarketsOfTheHouseholdsFileAreCleared() throws IOException {
        String file = EXAMPLES.resolve("games/households.yaml").toString();
        CommandRun run = CommandRun.of("clear", file, "--no-figures", "--no-report", "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("interest-rate +0\\.04988078\n")
                .containsPattern("transfer +0\\.01212756\n")
                .containsPattern("tax revenue +0\\.01212756\n")
                .containsPattern("mean hours +0\\.67157323\n");
        assertThat(Files.readString(EXAMPLES.resolve("../docs/economies.md")))
                .contains(Files.readString(EXAMPLES.resolve("games/households.yaml"))
                        .replaceFirst("(?s).*?\n(?=household:)", ""));
    }

    @Test
    void theSweepIsPlanned() {
        CommandRun run = CommandRun.of(
                "sweep", EXAMPLES.resolve("sweep.yaml").toString(), "--dry-run", "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("200 runs");
    }

    @Test
    void theReadmeListsEveryGameFile() throws IOException {
        String readme = Files.readString(EXAMPLES.resolve("README.md"));
        assertThat(games())
                .allSatisfy(game -> assertThat(readme)
                        .contains("`" + EXAMPLES.relativize(game).toString().replace('\\', '/') + "`"));
    }
}
